package dev.parallax.cli;

import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import dev.parallax.measure.ProfileTrait;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The JSON shape of a profile, as `docs/cli.md` describes it.
final class ProfileJson {
    private ProfileJson() {}

    /// The numbers alone, as a run carries them.
    static JsonObject of(Profile profile) {
        return JsonObject.of("id", profile.id())
                .with("name", profile.name())
                .with("width", profile.device().width())
                .with("height", profile.device().height())
                .with("pixelRatio", profile.device().pixelRatio())
                .with("device", profile.device().kind().key())
                .with("touch", profile.device().touch())
                .with("userAgent", profile.device().userAgent())
                .with("rttMillis", profile.network().rttMillis())
                .with("downKbps", profile.network().downKbps())
                .with("upKbps", profile.network().upKbps())
                .with("method", profile.network().method().key())
                .with("latencyFactor", profile.network().correction().latency())
                .with("bandwidthFactor", profile.network().correction().bandwidth())
                .with("cpuRate", profile.cpuRate())
                .with("locale", profile.locale())
                .with("timeZone", profile.preferences().timeZone())
                .with("colorScheme", profile.preferences().colorScheme().key())
                .with("cache", profile.cacheState().key())
                .with("blocked", profile.blockList().rules());
    }

    static JsonObject of(Preset preset) {
        return of(preset.profile())
                .with(
                        "preset",
                        JsonObject.of("family", preset.family())
                                .with("source", preset.source())
                                .with("link", preset.link().toString())
                                .with("note", preset.note()));
    }

    static JsonObject of(OwnProfile own, List<String> checks) {
        return of(own.profile())
                .with(
                        "own",
                        JsonObject.of("origin", own.origin().map(Profile::id))
                                .with("changed", changed(own))
                                .with("saved", own.saved().toString())
                                .with("checks", checks));
    }

    private static List<JsonObject> changed(OwnProfile own) {
        return own.origin().stream()
                .flatMap(origin ->
                        own.changed().stream()
                                .map(trait ->
                                        JsonObject.of("what", trait.key())
                                                .with("origin", trait.of(origin))
                                                .with("here", trait.of(own.profile()))))
                .toList();
    }

    /// A profile as lines for a terminal, each trait with what it is in the origin if that differs.
    static List<List<String>> rows(Profile profile, Optional<Profile> origin) {
        return Arrays.stream(ProfileTrait.values())
                .map(trait ->
                        List.of(
                                trait.label(),
                                trait.of(profile)
                                        + origin.map(trait::of)
                                                .filter(was -> !was.equals(trait.of(profile)))
                                                .map(was -> ", was " + was)
                                                .orElse("")))
                .toList();
    }
}
