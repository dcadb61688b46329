package dev.parallax.measure;

import dev.parallax.measure.Network.Method;
import java.net.URI;
import java.util.List;

/// The presets of WebPageTest, sitespeed.io, Elastic and SpeedCurve.
///
/// WebPageTest and sitespeed.io share names but not numbers: sitespeed.io has half the round-trip
/// time, and splits it half each way, so that it really is the round trip.
final class ToolPresets {
    private static final String LOCALE = "en-US";

    private static final String WEB_PAGE_TEST = "WebPageTest";
    private static final URI WEB_PAGE_TEST_LINK =
            URI.create(
                    "https://github.com/catchpoint/WebPageTest/blob/master/www/settings/connectivity.ini.sample");

    private static final String SITESPEED = "sitespeed.io";
    private static final URI SITESPEED_LINK =
            URI.create("https://www.sitespeed.io/documentation/throttle/");

    private static final String NETWORK_ONLY =
            "the source names a network only; the device is Lighthouse's";

    private enum Screen {
        DESKTOP,
        MOBILE;

        Device device() {
            return this == DESKTOP ? Devices.DESKTOP : Devices.MOTO_G_POWER;
        }
    }

    private ToolPresets() {}

    static List<Preset> webPageTest() {
        return List.of(
                wpt("cable", "Cable", Screen.DESKTOP, 28, 5000, 1000),
                wpt("dsl", "DSL", Screen.DESKTOP, 50, 1500, 384),
                wpt("fios", "FIOS", Screen.DESKTOP, 4, 20_000, 5000),
                wpt("vdsl", "VDSL", Screen.DESKTOP, 20, 15_000, 3000),
                wpt("dial", "Dial-up", Screen.DESKTOP, 120, 49, 30),
                wpt("lte", "LTE", Screen.MOBILE, 70, 12_000, 12_000),
                wpt("4g-fast", "4G Fast", Screen.MOBILE, 40, 10_240, 10_240),
                wpt("4g", "4G", Screen.MOBILE, 170, 9000, 9000),
                wpt("3g-fast", "3G Fast", Screen.MOBILE, 150, 1600, 768),
                wpt("3g", "3G", Screen.MOBILE, 300, 1600, 768),
                wpt("3g-slow", "3G Slow", Screen.MOBILE, 400, 400, 400),
                wpt("3g-em", "3G Emerging Markets", Screen.MOBILE, 400, 400, 400),
                wpt("2g", "2G", Screen.MOBILE, 800, 280, 256),
                wpt("edge", "Edge", Screen.MOBILE, 840, 240, 200));
    }

    private static Preset wpt(
            String id, String name, Screen screen, double rtt, double down, double up) {
        return new Preset(
                shaped("wpt-" + id, "WebPageTest " + name, screen, rtt, down, up),
                WEB_PAGE_TEST,
                "WebPageTest, www/settings/connectivity.ini.sample",
                WEB_PAGE_TEST_LINK,
                NETWORK_ONLY);
    }

    static List<Preset> sitespeed() {
        return List.of(
                sitespeed("cable", "Cable", Screen.DESKTOP, 14, 5000, 1000),
                sitespeed("dsl", "DSL", Screen.DESKTOP, 25, 1500, 384),
                sitespeed("fios", "FIOS", Screen.DESKTOP, 2, 20_000, 5000),
                sitespeed("dial", "Dial-up", Screen.DESKTOP, 60, 49, 30),
                sitespeed("lte", "LTE", Screen.MOBILE, 35, 12_000, 12_000),
                sitespeed("4g", "4G", Screen.MOBILE, 85, 9000, 9000),
                sitespeed("3g-fast", "3G Fast", Screen.MOBILE, 75, 1600, 768),
                sitespeed("3g", "3G", Screen.MOBILE, 150, 1600, 768),
                sitespeed("3g-slow", "3G Slow", Screen.MOBILE, 200, 400, 400),
                sitespeed("3g-em", "3G Emerging Markets", Screen.MOBILE, 200, 400, 400),
                sitespeed("2g", "2G", Screen.MOBILE, 400, 280, 256),
                sitespeed("edge", "Edge", Screen.MOBILE, 420, 240, 200));
    }

    private static Preset sitespeed(
            String id, String name, Screen screen, double rtt, double down, double up) {
        return new Preset(
                shaped("sitespeed-" + id, "sitespeed.io " + name, screen, rtt, down, up),
                SITESPEED,
                "sitespeed.io throttle, its profiles",
                SITESPEED_LINK,
                NETWORK_ONLY + "; half the round-trip time of WebPageTest's preset of this name");
    }

    static List<Preset> others() {
        return List.of(
                new Preset(
                        shaped("elastic", "Elastic Synthetics", Screen.DESKTOP, 20, 5000, 3000),
                        "Elastic",
                        "Elastic Synthetics, default throttling 5d/3u/20l",
                        URI.create(
                                "https://www.elastic.co/docs/solutions/observability/synthetics"),
                        NETWORK_ONLY + "; newer versions no longer apply it"),
                speedCurve("fast", "Mobile Fast", 1),
                speedCurve("medium", "Mobile Medium", 2),
                speedCurve("slow", "Mobile Slow", 3));
    }

    private static Preset speedCurve(String id, String name, double cpuRate) {
        return new Preset(
                new Profile(
                        "speedcurve-mobile-" + id,
                        "SpeedCurve " + name,
                        Devices.MOTO_G_POWER,
                        Network.UNSHAPED,
                        cpuRate,
                        LOCALE),
                "SpeedCurve",
                "SpeedCurve, CPU throttling",
                URI.create("https://support.speedcurve.com/docs/cpu-throttling"),
                "the source names a CPU rate only; the device is Lighthouse's");
    }

    private static Profile shaped(
            String id, String name, Screen screen, double rtt, double down, double up) {
        return new Profile(
                id, name, screen.device(), new Network(rtt, down, up, Method.PROXY), 1, LOCALE);
    }
}
