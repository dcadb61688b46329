package dev.parallax.measure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The conditions a journey is run under, always as numbers: two profiles of one name but other
/// numbers are different profiles.
///
/// @param id short and stable, for the command line: `desktop`; made of what [#isId] allows
/// @param name for people
/// @param device what the browser pretends to be
/// @param network what it is connected by
/// @param cpuRate how many times slower the processor is made, 1 leaves it, at most 100
/// @param preferences what the browser tells of the person in front of it
/// @param cacheState which views of the site are measured
/// @param blockList third parties that are not reached
public record Profile(
        String id,
        String name,
        Device device,
        Network network,
        double cpuRate,
        Preferences preferences,
        CacheState cacheState,
        BlockList blockList) {
    /// The slowest processor: beyond it a page takes minutes.
    public static final double MOST_CPU_RATE = 100;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 80;

    /// Lighthouse's desktop viewport on the machine's own network.
    public static final Profile DESKTOP =
            new Profile(
                    "desktop", "Desktop, unshaped", Devices.DESKTOP, Network.UNSHAPED, 1, "en-US");

    /// Lighthouse's mobile device (Moto G Power 2022) on the machine's own network.
    public static final Profile MOBILE =
            new Profile(
                    "mobile",
                    "Mobile, unshaped",
                    Devices.MOTO_G_POWER,
                    Network.UNSHAPED,
                    1,
                    "en-US");

    public Profile {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a profile needs an id and a name: " + id);
        }
        if (!(cpuRate >= 1 && cpuRate <= MOST_CPU_RATE)) {
            throw new IllegalArgumentException("CPU rate is not in 1 to 100: " + cpuRate);
        }
    }

    /// A profile of first views with nothing blocked, at the machine's own time.
    ///
    /// @param locale BCP 47 tag the browser asks for, such as `en-US`
    public Profile(
            String id, String name, Device device, Network network, double cpuRate, String locale) {
        this(
                id,
                name,
                device,
                network,
                cpuRate,
                Preferences.of(locale),
                CacheState.COLD,
                BlockList.NONE);
    }

    /// The language pages are asked for in.
    public String locale() {
        return preferences.locale();
    }

    /// The profiles that are always there.
    public static List<Profile> presets() {
        return Preset.profiles();
    }

    /// The preset with this id.
    public static Optional<Profile> preset(String id) {
        return Preset.find(id).map(Preset::profile);
    }

    /// True for small letters and digits of the Latin alphabet with single hyphens between them, at
    /// most 80: what can be typed as it is on every command line.
    public static boolean isId(String text) {
        return text.length() <= LONGEST_NAME && ID.matcher(text).matches();
    }

    /// True for a name of at most 80 characters with something to see in it.
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }

    /// The same numbers under another id and name.
    public Profile named(String otherId, String otherName) {
        return new Profile(
                otherId, otherName, device, network, cpuRate, preferences, cacheState, blockList);
    }

    public Profile withDevice(Device other) {
        return new Profile(id, name, other, network, cpuRate, preferences, cacheState, blockList);
    }

    public Profile withNetwork(Network other) {
        return new Profile(id, name, device, other, cpuRate, preferences, cacheState, blockList);
    }

    public Profile withCpuRate(double other) {
        return new Profile(id, name, device, network, other, preferences, cacheState, blockList);
    }

    public Profile withPreferences(Preferences other) {
        return new Profile(id, name, device, network, cpuRate, other, cacheState, blockList);
    }

    public Profile withCacheState(CacheState other) {
        return new Profile(id, name, device, network, cpuRate, preferences, other, blockList);
    }

    public Profile withBlockList(BlockList other) {
        return new Profile(id, name, device, network, cpuRate, preferences, cacheState, other);
    }
}
