package dev.parallax.ui.profiles;

import dev.parallax.measure.BlockList;
import dev.parallax.measure.CacheState;
import dev.parallax.measure.Device;
import dev.parallax.measure.Network;
import dev.parallax.measure.Preferences;
import dev.parallax.measure.Profile;
import dev.parallax.ui.common.Texts;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A profile while it is edited: what stands in each field, right or wrong.
///
/// @param texts one a field
record ProfileDraft(Map<ProfileField, String> texts) {
    static final String YES = "yes";
    static final String NO = "no";

    private static final double FASTEST_KBPS = 10_000_000;
    private static final double LONGEST_RTT = 60_000;
    private static final double LARGEST_FACTOR = 100;

    ProfileDraft {
        texts = Collections.unmodifiableMap(new EnumMap<>(texts));
    }

    static ProfileDraft of(Profile profile) {
        Device device = profile.device();
        Network network = profile.network();
        var texts = new EnumMap<ProfileField, String>(ProfileField.class);
        texts.put(ProfileField.NAME, profile.name());
        texts.put(ProfileField.METHOD, network.method().key());
        texts.put(ProfileField.RTT, number(network.rttMillis()));
        texts.put(ProfileField.DOWN, number(network.downKbps()));
        texts.put(ProfileField.UP, number(network.upKbps()));
        texts.put(ProfileField.LATENCY_FACTOR, number(network.correction().latency()));
        texts.put(ProfileField.BANDWIDTH_FACTOR, number(network.correction().bandwidth()));
        texts.put(ProfileField.CPU_RATE, number(profile.cpuRate()));
        texts.put(ProfileField.KIND, device.kind().key());
        texts.put(ProfileField.WIDTH, String.valueOf(device.width()));
        texts.put(ProfileField.HEIGHT, String.valueOf(device.height()));
        texts.put(ProfileField.PIXEL_RATIO, number(device.pixelRatio()));
        texts.put(ProfileField.TOUCH, device.touch() ? YES : NO);
        String agent = device.userAgent();
        texts.put(ProfileField.USER_AGENT, agent == null ? "" : agent);
        texts.put(ProfileField.LOCALE, profile.locale());
        texts.put(ProfileField.TIME_ZONE, profile.preferences().timeZone());
        texts.put(ProfileField.COLOR_SCHEME, profile.preferences().colorScheme().key());
        texts.put(ProfileField.CACHE, profile.cacheState().key());
        texts.put(ProfileField.BLOCKED, String.join("\n", profile.blockList().rules()));
        return new ProfileDraft(texts);
    }

    String text(ProfileField field) {
        return texts.getOrDefault(field, "");
    }

    ProfileDraft with(ProfileField field, String text) {
        var changed = new EnumMap<ProfileField, String>(texts);
        changed.put(field, text);
        return new ProfileDraft(changed);
    }

    /// The draft with all fields of a device filled in.
    ProfileDraft with(Device device) {
        String agent = device.userAgent();
        return with(ProfileField.KIND, device.kind().key())
                .with(ProfileField.WIDTH, String.valueOf(device.width()))
                .with(ProfileField.HEIGHT, String.valueOf(device.height()))
                .with(ProfileField.PIXEL_RATIO, number(device.pixelRatio()))
                .with(ProfileField.TOUCH, device.touch() ? YES : NO)
                .with(ProfileField.USER_AGENT, agent == null ? "" : agent);
    }

    boolean isShaped() {
        return !text(ProfileField.METHOD).equals(Network.Method.NONE.key());
    }

    boolean isDevTools() {
        return text(ProfileField.METHOD).equals(Network.Method.DEVTOOLS.key());
    }

    /// What is wrong, field by field; empty if it is a profile. Fields that do not count are right.
    Map<ProfileField, String> complaints() {
        var complaints = new EnumMap<ProfileField, String>(ProfileField.class);
        words(complaints, ProfileField.NAME, Profile::isName, Texts.of("profile.wrong.name"));
        if (isShaped()) {
            numbers(complaints, ProfileField.RTT, 0, LONGEST_RTT);
            numbers(complaints, ProfileField.DOWN, 0, FASTEST_KBPS);
            numbers(complaints, ProfileField.UP, 0, FASTEST_KBPS);
        }
        if (isDevTools()) {
            numbers(complaints, ProfileField.LATENCY_FACTOR, 0.01, LARGEST_FACTOR);
            numbers(complaints, ProfileField.BANDWIDTH_FACTOR, 0.01, LARGEST_FACTOR);
        }
        numbers(complaints, ProfileField.CPU_RATE, 1, Profile.MOST_CPU_RATE);
        pixels(complaints, ProfileField.WIDTH);
        pixels(complaints, ProfileField.HEIGHT);
        numbers(complaints, ProfileField.PIXEL_RATIO, 0.1, Device.MOST_PIXEL_RATIO);
        words(
                complaints,
                ProfileField.LOCALE,
                Preferences::isLocale,
                Texts.of("profile.wrong.locale"));
        words(
                complaints,
                ProfileField.TIME_ZONE,
                Preferences::isTimeZone,
                Texts.of("profile.wrong.zone"));
        rules().stream()
                .filter(rule -> !BlockList.isRule(rule))
                .findFirst()
                .ifPresent(rule ->
                        complaints.put(ProfileField.BLOCKED, Texts.of("profile.wrong.rule", rule)));
        return complaints;
    }

    private void words(
            Map<ProfileField, String> complaints,
            ProfileField field,
            Predicate<String> isRight,
            String complaint) {
        if (!isRight.test(text(field).strip())) {
            complaints.put(field, complaint);
        }
    }

    private void pixels(Map<ProfileField, String> complaints, ProfileField field) {
        numbers(complaints, field, 1, Device.LONGEST_SIDE);
        if (!complaints.containsKey(field) && value(field) != Math.rint(value(field))) {
            complaints.put(field, Texts.of("profile.wrong.whole"));
        }
    }

    private void numbers(
            Map<ProfileField, String> complaints, ProfileField field, double least, double most) {
        double value = value(field);
        if (Double.isNaN(value)) {
            complaints.put(field, Texts.of("profile.wrong.number"));
        } else if (value < least || value > most) {
            complaints.put(field, Texts.of("profile.wrong.range", number(least), plain(most)));
        }
    }

    /// What the draft says, under the id of a profile; empty while something is wrong.
    Optional<Profile> profile(Profile before) {
        if (!complaints().isEmpty()) {
            return Optional.empty();
        }
        String agent = text(ProfileField.USER_AGENT).strip();
        return Optional.of(
                new Profile(
                        before.id(),
                        text(ProfileField.NAME).strip(),
                        new Device(
                                (int) value(ProfileField.WIDTH),
                                (int) value(ProfileField.HEIGHT),
                                value(ProfileField.PIXEL_RATIO),
                                find(Device.Kind.values(), ProfileField.KIND, Device.Kind::key),
                                text(ProfileField.TOUCH).equals(YES),
                                agent.isEmpty() ? null : agent),
                        network(),
                        value(ProfileField.CPU_RATE),
                        new Preferences(
                                text(ProfileField.LOCALE).strip(),
                                text(ProfileField.TIME_ZONE).strip(),
                                find(
                                        Preferences.ColorScheme.values(),
                                        ProfileField.COLOR_SCHEME,
                                        Preferences.ColorScheme::key)),
                        find(CacheState.values(), ProfileField.CACHE, CacheState::key),
                        new BlockList(rules())));
    }

    private Network network() {
        Network.Method method =
                find(Network.Method.values(), ProfileField.METHOD, Network.Method::key);
        return switch (method) {
            case NONE -> Network.UNSHAPED;
            case PROXY ->
                    new Network(
                            value(ProfileField.RTT),
                            value(ProfileField.DOWN),
                            value(ProfileField.UP),
                            method);
            case DEVTOOLS ->
                    new Network(
                            value(ProfileField.RTT),
                            value(ProfileField.DOWN),
                            value(ProfileField.UP),
                            method,
                            new Network.Correction(
                                    value(ProfileField.LATENCY_FACTOR),
                                    value(ProfileField.BANDWIDTH_FACTOR)));
        };
    }

    private <E> E find(E[] all, ProfileField field, Function<E, String> keyOf) {
        return Arrays.stream(all)
                .filter(each -> keyOf.apply(each).equals(text(field)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rules() {
        return text(ProfileField.BLOCKED)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// The number in a field; not a number if there is none.
    private double value(ProfileField field) {
        String text = text(field).strip().replace(',', '.');
        if (!text.matches("\\d{1,12}(\\.\\d{0,6})?")) {
            return Double.NaN;
        }
        return Double.parseDouble(text);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
