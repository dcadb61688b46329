package dev.parallax.compare;

import dev.parallax.measure.Device;
import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.measure.ProfileTrait;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// In which numbers two profiles differ, whatever they are called. What the browser calls itself is
/// left out, as it changes with every release of it.
final class ProfileDifferences {
    private static final List<ProfileTrait> FURTHER =
            List.of(
                    ProfileTrait.CORRECTION,
                    ProfileTrait.TIME_ZONE,
                    ProfileTrait.COLOR_SCHEME,
                    ProfileTrait.CACHE,
                    ProfileTrait.BLOCK_LIST);

    private final Profile one;
    private final Profile other;
    private final List<String> found = new ArrayList<>();

    private ProfileDifferences(Profile one, Profile other) {
        this.one = one;
        this.other = other;
    }

    /// In words, such as `viewport 1350 × 940 and 412 × 823`; none if they are the same.
    static List<String> between(Profile one, Profile other) {
        var differences = new ProfileDifferences(one, other);
        differences.add("device", profile -> profile.device().kind().key());
        differences.add("viewport", profile -> viewport(profile.device()));
        differences.add("network", profile -> network(profile.network()));
        differences.add("processor", profile -> number(profile.cpuRate()) + " × slower");
        differences.add("locale", Profile::locale);
        if (one.device().kind() == other.device().kind()) {
            differences.add("touch", ProfileTrait.TOUCH::of);
        }
        FURTHER.forEach(trait -> differences.add(trait.label(), trait::of));
        return differences.found;
    }

    private void add(String name, Function<Profile, String> text) {
        if (!text.apply(one).equals(text.apply(other))) {
            found.add(name + " " + text.apply(one) + " and " + text.apply(other));
        }
    }

    private static String viewport(Device device) {
        return device.width() + " × " + device.height() + " at " + number(device.pixelRatio());
    }

    private static String network(Network network) {
        return network.method() == Network.Method.NONE
                ? "unshaped"
                : "%s ms, %s down, %s up kbit/s by %s"
                        .formatted(
                                number(network.rttMillis()),
                                number(network.downKbps()),
                                number(network.upKbps()),
                                network.method().key());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
