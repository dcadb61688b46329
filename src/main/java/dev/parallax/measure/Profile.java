package dev.parallax.measure;

import java.util.List;
import java.util.Optional;

/// The conditions a journey is run under, always as numbers: two profiles of one name but other
/// numbers are different profiles.
///
/// @param id short and stable, for the command line: `desktop`
/// @param name for people
/// @param device what the browser pretends to be
/// @param network what it is connected by
/// @param cpuRate how many times slower the processor is made, 1 leaves it
/// @param locale BCP 47 tag the browser asks for, such as `en-US`
public record Profile(
        String id, String name, Device device, Network network, double cpuRate, String locale) {

    /// Lighthouse's desktop viewport on the machine's own network.
    public static final Profile DESKTOP =
            new Profile(
                    "desktop",
                    "Desktop, unshaped",
                    new Device(1350, 940, 1, Device.Kind.DESKTOP, null),
                    Network.UNSHAPED,
                    1,
                    "en-US");

    /// Lighthouse's mobile device (Moto G Power 2022) on the machine's own network.
    public static final Profile MOBILE =
            new Profile(
                    "mobile",
                    "Mobile, unshaped",
                    new Device(
                            412,
                            823,
                            1.75,
                            Device.Kind.MOBILE,
                            "Mozilla/5.0 (Linux; Android 11; moto g power (2022)) AppleWebKit/537.36"
                                    + " (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36"),
                    Network.UNSHAPED,
                    1,
                    "en-US");

    private static final List<Profile> PRESETS = List.of(DESKTOP, MOBILE);

    public Profile {
        if (id.isBlank() || name.isBlank() || locale.isBlank()) {
            throw new IllegalArgumentException("a profile needs an id, a name and a locale: " + id);
        }
        if (!(cpuRate >= 1)) {
            throw new IllegalArgumentException("CPU rate is below 1: " + cpuRate);
        }
    }

    /// The profiles that are always there.
    public static List<Profile> presets() {
        return PRESETS;
    }

    /// The preset with this id.
    public static Optional<Profile> preset(String id) {
        return PRESETS.stream().filter(profile -> profile.id.equals(id)).findFirst();
    }
}
