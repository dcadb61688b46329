package dev.parallax.measure;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A profile that is always there, with where its numbers come from.
///
/// Tools use the same names for other numbers: "3G" has a round-trip time of 300 ms in WebPageTest
/// and of 150 ms in sitespeed.io. Names of presets therefore begin with the tool's.
///
/// @param profile its numbers
/// @param family whose preset it is, for grouping: `WebPageTest`
/// @param source where the numbers stand, in words
/// @param link to the source
/// @param note what a reader has to know besides the numbers; may be empty
public record Preset(Profile profile, String family, String source, URI link, String note) {
    private static final List<Preset> ALL =
            Stream.of(
                            ChromePresets.unshaped(),
                            ChromePresets.lighthouse(),
                            ChromePresets.devTools(),
                            ToolPresets.webPageTest(),
                            ToolPresets.sitespeed(),
                            ToolPresets.others())
                    .flatMap(List::stream)
                    .toList();

    private static final List<Profile> PROFILES = ALL.stream().map(Preset::profile).toList();

    /// All presets, a family after the other.
    public static List<Preset> all() {
        return ALL;
    }

    /// Their profiles, in the same order.
    static List<Profile> profiles() {
        return PROFILES;
    }

    /// The preset with this id.
    public static Optional<Preset> find(String id) {
        return ALL.stream().filter(preset -> preset.profile.id().equals(id)).findFirst();
    }

    public String id() {
        return profile.id();
    }

    public String name() {
        return profile.name();
    }

    /// The families in order, each once.
    public static List<String> families() {
        var families = new ArrayList<String>();
        ALL.stream().map(Preset::family).distinct().forEach(families::add);
        return families;
    }
}
