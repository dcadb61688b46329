package dev.parallax.demo;

import java.util.List;

/// A kind of device in the sample, and what its users browse with.
enum SampleDevice {
    MOBILE(
            "mobile",
            57,
            3.6,
            Choice.of(
                    List.of(
                            new Software("Chrome", "Android"),
                            new Software("Safari", "iOS"),
                            new Software("Samsung Internet", "Android"),
                            new Software("Firefox", "Android")),
                    52,
                    37,
                    8,
                    3),
            Choice.of(SampleNetwork.all(), 34, 57, 8, 1)),
    DESKTOP(
            "desktop",
            37,
            1.15,
            Choice.of(
                    List.of(
                            new Software("Chrome", "Windows"),
                            new Software("Edge", "Windows"),
                            new Software("Chrome", "macOS"),
                            new Software("Safari", "macOS"),
                            new Software("Firefox", "Windows"),
                            new Software("Firefox", "Linux"),
                            new Software("Chrome", "Linux")),
                    47,
                    16,
                    12,
                    13,
                    6,
                    2,
                    4),
            Choice.of(SampleNetwork.all(), 89, 9, 2, 0)),
    TABLET(
            "tablet",
            6,
            2.0,
            Choice.of(
                    List.of(
                            new Software("Safari", "iPadOS"),
                            new Software("Chrome", "Android"),
                            new Software("Samsung Internet", "Android")),
                    62,
                    31,
                    7),
            Choice.of(SampleNetwork.all(), 80, 17, 3, 0));

    /// Browser and operating system, which go together.
    record Software(String browser, String os) {}

    private static final Choice<SampleDevice> ANY =
            Choice.of(List.of(values()), device -> device.share);

    private final String label;
    private final double share;
    private final double slowness;

    @SuppressWarnings("ImmutableEnumChecker") // a choice never changes
    private final Choice<Software> software;

    @SuppressWarnings("ImmutableEnumChecker") // a choice never changes
    private final Choice<SampleNetwork> networks;

    /// @param share of all sessions, in per cent
    SampleDevice(
            String label,
            double share,
            double slowness,
            Choice<Software> software,
            Choice<SampleNetwork> networks) {
        this.label = label;
        this.share = share;
        this.slowness = slowness;
        this.software = software;
        this.networks = networks;
    }

    static SampleDevice draw(Dice dice) {
        return ANY.draw(dice);
    }

    String label() {
        return label;
    }

    /// How many times longer than on a fast computer a page's scripts take, in the median.
    double slowness() {
        return slowness;
    }

    Software drawSoftware(Dice dice) {
        return software.draw(dice);
    }

    SampleNetwork drawNetwork(Dice dice) {
        return networks.draw(dice);
    }
}
