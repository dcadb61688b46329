package dev.parallax.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One thing in which two profiles can differ: all that makes a profile but its id and name.
public enum ProfileTrait {
    DEVICE("device", "device"),
    VIEWPORT("viewport", "viewport"),
    TOUCH("touch", "touch"),
    USER_AGENT("userAgent", "user agent"),
    METHOD("method", "method"),
    RTT("rttMillis", "round trip"),
    DOWN("downKbps", "download"),
    UP("upKbps", "upload"),
    CORRECTION("correction", "DevTools correction"),
    CPU_RATE("cpuRate", "processor"),
    LOCALE("locale", "locale"),
    TIME_ZONE("timeZone", "time zone"),
    COLOR_SCHEME("colorScheme", "colour scheme"),
    CACHE("cache", "cache"),
    BLOCK_LIST("blocked", "blocked");

    private final String key;
    private final String label;

    ProfileTrait(String key, String label) {
        this.key = key;
        this.label = label;
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
        Device device = profile.device();
        Network network = profile.network();
        return switch (this) {
            case DEVICE -> device.kind().key();
            case VIEWPORT -> viewport(device);
            case TOUCH -> device.touch() ? "yes" : "no";
            case USER_AGENT -> userAgent(device);
            case METHOD -> method(network.method());
            case RTT -> number(network.rttMillis()) + " ms";
            case DOWN -> bandwidth(network.downKbps());
            case UP -> bandwidth(network.upKbps());
            case CORRECTION -> correction(network.correction());
            case CPU_RATE -> number(profile.cpuRate()) + " × slower";
            case LOCALE -> profile.locale();
            case TIME_ZONE -> timeZone(profile.preferences());
            case COLOR_SCHEME -> profile.preferences().colorScheme().key();
            case CACHE -> profile.cacheState().key();
            case BLOCK_LIST -> blocked(profile.blockList());
        };
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
