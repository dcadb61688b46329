package dev.parallax.measure;

import dev.parallax.measure.Network.Correction;
import dev.parallax.measure.Network.Method;
import java.net.URI;
import java.util.List;

/// The presets of Lighthouse and of Chrome's DevTools, and the two without any shaping.
final class ChromePresets {
    private static final String LOCALE = "en-US";
    private static final String LIGHTHOUSE = "Lighthouse";
    private static final String DEV_TOOLS = "Chrome DevTools";

    private static final String CONSTANTS = "Lighthouse, core/config/constants.js";
    private static final URI CONSTANTS_LINK =
            URI.create(
                    "https://github.com/GoogleChrome/lighthouse/blob/main/core/config/constants.js");

    private static final String MANAGER = "Chrome DevTools, front_end/core/sdk/NetworkManager.ts";
    private static final URI MANAGER_LINK =
            URI.create(
                    "https://github.com/ChromeDevTools/devtools-frontend/blob/main/front_end/core/sdk/NetworkManager.ts");

    private static final Correction SLOW_3G = new Correction(5, 0.8);
    private static final Correction SLOW_4G = new Correction(3.75, 0.9);
    private static final Correction FAST_4G = new Correction(2.75, 0.9);

    private static final String BY_PACKETS =
            "Lighthouse simulates this network by default; here every byte is delayed and metered";
    private static final String BY_REQUESTS =
            "as Lighthouse applies it with throttlingMethod devtools: latency × 3.75, bandwidth × 0.9";

    private ChromePresets() {}

    static List<Preset> unshaped() {
        String note = "the viewport of Lighthouse on the machine's own network and processor";
        return List.of(
                new Preset(Profile.DESKTOP, "Unshaped", CONSTANTS, CONSTANTS_LINK, note),
                new Preset(Profile.MOBILE, "Unshaped", CONSTANTS, CONSTANTS_LINK, note));
    }

    static List<Preset> lighthouse() {
        return List.of(
                lighthouse(
                        "lighthouse-mobile",
                        "Lighthouse mobile, slow 4G",
                        Devices.MOTO_G_POWER,
                        new Network(150, 1638.4, 750, Method.PROXY),
                        4,
                        BY_PACKETS),
                lighthouse(
                        "lighthouse-mobile-3g",
                        "Lighthouse mobile, regular 3G",
                        Devices.MOTO_G_POWER,
                        new Network(300, 700, 700, Method.PROXY),
                        4,
                        BY_PACKETS),
                lighthouse(
                        "lighthouse-desktop",
                        "Lighthouse desktop, dense 4G",
                        Devices.DESKTOP,
                        new Network(40, 10_240, 0, Method.PROXY),
                        1,
                        BY_PACKETS + "; the upload is not limited"),
                lighthouse(
                        "lighthouse-mobile-devtools",
                        "Lighthouse mobile, slow 4G, by DevTools",
                        Devices.MOTO_G_POWER,
                        new Network(150, 1638.4, 750, Method.DEVTOOLS, SLOW_4G),
                        4,
                        BY_REQUESTS),
                lighthouse(
                        "lighthouse-mobile-3g-devtools",
                        "Lighthouse mobile, regular 3G, by DevTools",
                        Devices.MOTO_G_POWER,
                        new Network(300, 700, 700, Method.DEVTOOLS, SLOW_4G),
                        4,
                        BY_REQUESTS));
    }

    private static Preset lighthouse(
            String id, String name, Device device, Network network, double cpuRate, String note) {
        return new Preset(
                new Profile(id, name, device, network, cpuRate, LOCALE),
                LIGHTHOUSE,
                CONSTANTS,
                CONSTANTS_LINK,
                note);
    }

    static List<Preset> devTools() {
        return List.of(
                devTools("devtools-slow-3g", "DevTools 3G", 400, 500, 500, SLOW_3G, "was Slow 3G"),
                devTools(
                        "devtools-slow-4g",
                        "DevTools Slow 4G",
                        150,
                        1600,
                        750,
                        SLOW_4G,
                        "was Fast 3G"),
                devTools("devtools-fast-4g", "DevTools Fast 4G", 60, 9000, 1500, FAST_4G, ""));
    }

    private static Preset devTools(
            String id,
            String name,
            double rtt,
            double down,
            double up,
            Correction correction,
            String before) {
        var network = new Network(rtt, down, up, Method.DEVTOOLS, correction);
        return new Preset(
                new Profile(id, name, Devices.MOTO_G_POWER, network, 1, LOCALE),
                DEV_TOOLS,
                MANAGER,
                MANAGER_LINK,
                "DevTools names a network only; the device is Lighthouse's"
                        + (before.isEmpty() ? "" : "; it " + before + " in older versions"));
    }
}
