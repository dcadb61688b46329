package dev.parallax.measure;

import java.util.List;
import java.util.Optional;

/// Devices to start from. User agents carry the version of Chromium that was current when they were
/// written down; the browser that runs is what counts.
public final class Devices {
    /// Lighthouse's desktop viewport; the browser calls itself what it is.
    public static final Device DESKTOP = new Device(1350, 940, 1, Device.Kind.DESKTOP, null);

    /// Lighthouse's mobile device: a Moto G Power of 2022.
    public static final Device MOTO_G_POWER =
            new Device(412, 823, 1.75, Device.Kind.MOBILE, android("11", "moto g power (2022)"));

    private static final List<Named> ALL =
            List.of(
                    new Named("desktop", "Desktop 1350 × 940", DESKTOP),
                    new Named(
                            "laptop",
                            "Laptop 1440 × 900, fine screen",
                            new Device(1440, 900, 2, Device.Kind.DESKTOP, null)),
                    new Named(
                            "full-hd",
                            "Desktop 1920 × 1080",
                            new Device(1920, 1080, 1, Device.Kind.DESKTOP, null)),
                    new Named("moto-g-power", "Moto G Power (2022)", MOTO_G_POWER),
                    new Named(
                            "pixel-7",
                            "Pixel 7",
                            new Device(
                                    412, 839, 2.625, Device.Kind.MOBILE, android("14", "Pixel 7"))),
                    new Named(
                            "galaxy-a51",
                            "Galaxy A51",
                            new Device(
                                    412,
                                    914,
                                    2.625,
                                    Device.Kind.MOBILE,
                                    android("13", "SM-A515F"))),
                    new Named(
                            "iphone-14",
                            "iPhone 14",
                            new Device(
                                    390, 664, 3, Device.Kind.MOBILE, apple("iPhone", "iPhone OS"))),
                    new Named(
                            "ipad-mini",
                            "iPad mini",
                            new Device(768, 1024, 2, Device.Kind.TABLET, apple("iPad", "OS"))));

    private Devices() {}

    /// A device with a name.
    ///
    /// @param id for the command line
    /// @param name for people
    public record Named(String id, String name, Device device) {}

    /// All of them: desktops first, then what is held in the hand.
    public static List<Named> all() {
        return ALL;
    }

    /// The device with this id.
    public static Optional<Device> find(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst().map(Named::device);
    }

    private static String android(String version, String model) {
        return "Mozilla/5.0 (Linux; Android "
                + version
                + "; "
                + model
                + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36";
    }

    private static String apple(String device, String system) {
        return "Mozilla/5.0 ("
                + device
                + "; CPU "
                + system
                + " 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5"
                + " Mobile/15E148 Safari/604.1";
    }
}
