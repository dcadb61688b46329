package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A column of codes seen as groups of rows: its most frequent codes, one group each, and the last
/// group for all others.
final class TraitColumn {
    /// With more, what is kept for them no longer fits into the processor's caches.
    private static final int MOST = 255;

    private final Codes codes;

    /// One entry a code.
    private final int[] groups;

    /// One entry a group; null for one that means nothing: unknown pages, and the last.
    private final List<@Nullable Trait> traits;

    private final int others;

    private TraitColumn(Codes codes, int[] groups, List<@Nullable Trait> traits, int others) {
        this.codes = codes;
        this.groups = groups;
        this.traits = traits;
        this.others = others;
    }

    /// The columns in which page views can differ.
    static List<TraitColumn> all(Columns columns, Selection selection) {
        var all = new ArrayList<TraitColumn>();
        for (Dimension dimension : Dimension.all()) {
            Dictionary dictionary = columns.dictionaries().dimension(dimension);
            if (dictionary.size() > Dictionary.UNKNOWN + 1) {
                all.add(
                        of(
                                columns.dimension(dimension),
                                selection,
                                code -> Trait.of(dimension, name(dictionary, code))));
            }
        }
        Templates templates = columns.templates();
        if (templates.cardinality() > Dictionary.UNKNOWN + 1) {
            all.add(of(columns.templateCodes(), selection, code -> page(templates, code)));
        }
        return all;
    }

    private static String name(Dictionary dictionary, int code) {
        return code == Dictionary.UNKNOWN ? Segment.UNKNOWN_VALUE : dictionary.text(code);
    }

    private static @Nullable Trait page(Templates templates, int code) {
        if (code == Dictionary.UNKNOWN) {
            return null;
        }
        PageTemplate page = templates.template(code);
        return Trait.of(page);
    }

    private static TraitColumn of(
            Codes codes, Selection selection, IntFunction<@Nullable Trait> name) {
        int[] frequent = frequent(codes, selection);
        int[] groups = new int[codes.cardinality()];
        Arrays.fill(groups, frequent.length);
        var traits = new ArrayList<@Nullable Trait>();
        for (int group = 0; group < frequent.length; group++) {
            groups[frequent[group]] = group;
            traits.add(name.apply(frequent[group]));
        }
        traits.add(null);
        int others =
                frequent.length == codes.cardinality()
                        ? 0
                        : (int) CodeCounts.occurring(codes, selection, 0).count() - frequent.length;
        return new TraitColumn(codes, groups, traits, others);
    }

    private static int[] frequent(Codes codes, Selection selection) {
        if (codes.cardinality() <= MOST) {
            return IntStream.range(0, codes.cardinality()).toArray();
        }
        var views = new long[codes.cardinality()];
        codes.count(selection.words(), views);
        return IntStream.range(0, views.length)
                .filter(code -> views[code] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer code) -> -views[code]))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Codes codes() {
        return codes;
    }

    /// The group of each code.
    int[] groups() {
        return groups;
    }

    int groupCount() {
        return traits.size();
    }

    /// What the rows of a group have in common; null if that means nothing.
    @Nullable Trait trait(int group) {
        return traits.get(group);
    }

    /// How many codes of selected rows are in the last group.
    int others() {
        return others;
    }
}
