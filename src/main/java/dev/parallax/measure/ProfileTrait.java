package dev.parallax.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// One thing in which two profiles can differ: all that makes a profile but its id and name.
public enum ProfileTrait {
    DEVICE("device", "device", profile -> profile.device().kind().key()),
    VIEWPORT("viewport", "viewport", profile -> viewport(profile.device())),
    TOUCH("touch", "touch", profile -> profile.device().touch() ? "yes" : "no"),
    USER_AGENT("userAgent", "user agent", profile -> userAgent(profile.device())),
    METHOD("method", "method", profile -> method(profile.network().method())),
    RTT("rttMillis", "round trip", profile -> number(profile.network().rttMillis()) + " ms"),
    DOWN("downKbps", "download", profile -> bandwidth(profile.network().downKbps())),
    UP("upKbps", "upload", profile -> bandwidth(profile.network().upKbps())),
    CORRECTION(
            "correction",
            "DevTools correction",
            profile -> correction(profile.network().correction())),
    CPU_RATE("cpuRate", "processor", profile -> number(profile.cpuRate()) + " × slower"),
    LOCALE("locale", "locale", Profile::locale),
    TIME_ZONE("timeZone", "time zone", profile -> timeZone(profile.preferences())),
    COLOR_SCHEME(
            "colorScheme", "colour scheme", profile -> profile.preferences().colorScheme().key()),
    CACHE("cache", "cache", profile -> profile.cacheState().key()),
    BLOCK_LIST("blocked", "blocked", profile -> blocked(profile.blockList()));

    private final String key;
    private final String label;
    private final Function<Profile, String> text;

    ProfileTrait(String key, String label, Function<Profile, String> text) {
        this.key = key;
        this.label = label;
        this.text = text;
    }

    /// The word in JSON.
    public String key() {
        return key;
    }

    /// For people: `round trip`.
    public String label() {
        return label;
    }

    /// What a profile has, with its unit: `150 ms`.
    public String of(Profile profile) {
        return text.apply(profile);
    }

    /// In what two profiles differ.
    public static List<ProfileTrait> differing(Profile one, Profile other) {
        return Arrays.stream(values())
                .filter(trait -> !trait.of(one).equals(trait.of(other)))
                .toList();
    }

    private static String viewport(Device device) {
        return device.width() + " × " + device.height() + " at " + number(device.pixelRatio());
    }

    private static String userAgent(Device device) {
        String own = device.userAgent();
        return own == null ? "the browser's own" : own;
    }

    private static String method(Network.Method method) {
        return switch (method) {
            case NONE -> "unshaped";
            case PROXY -> "shaping proxy";
            case DEVTOOLS -> "DevTools throttling";
        };
    }

    private static String bandwidth(double kbps) {
        return kbps == 0 ? "unlimited" : number(kbps) + " kbit/s";
    }

    private static String correction(Network.Correction correction) {
        return correction.equals(Network.Correction.NONE)
                ? "none"
                : "latency × "
                        + number(correction.latency())
                        + ", bandwidth × "
                        + number(correction.bandwidth());
    }

    private static String timeZone(Preferences preferences) {
        return preferences.timeZone().isEmpty() ? "the machine's own" : preferences.timeZone();
    }

    private static String blocked(BlockList list) {
        return list.rules().isEmpty() ? "nothing" : String.join(", ", list.rules());
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
