package dev.parallax.importer.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What columns and members may be called whose names nobody fixed: told by the words in them.
///
/// @param names what each field may be called, in words joined by blanks, the likeliest first
/// @param words that change what a name means
public record FieldNames(Map<Field, List<String>> names, NameWords words) {

    /// Nothing is told by words.
    static final FieldNames NONE =
            new FieldNames(Map.of(), new NameWords(Set.of(), Set.of(), Set.of(), Map.of()));

    /// Words that change what a name means.
    ///
    /// @param filler say nothing about a metric: `LCP value`
    /// @param notValues make of a metric's name something else: `lcp_rating`
    /// @param aggregates make of a metric's name a summary of many page views: `p75_lcp`
    /// @param units the words of each unit
    public record NameWords(
            Set<String> filler,
            Set<String> notValues,
            Set<String> aggregates,
            Map<String, Scale> units) {}

    /// What a name was found to mean.
    ///
    /// @param rank 0 for the likeliest name of its field
    /// @param scale the unit within the name, if there is one
    public record Match(Field field, int rank, @Nullable Scale scale) {}

    /// What a column or member of this name holds; empty if nothing that is wanted.
    public Optional<Match> match(String name) {
        List<String> all = Words.of(name);
        Scale scale = all.size() > 1 ? words.units().get(all.getLast()) : null;
        List<String> named = scale == null ? all : all.subList(0, all.size() - 1);
        return find(named, scale).or(() -> scale == null ? Optional.empty() : find(all, null));
    }

    private Optional<Match> find(List<String> named, @Nullable Scale scale) {
        String whole = String.join(" ", named);
        String bare =
                isValue(named) ? String.join(" ", Words.without(named, words.filler())) : whole;
        for (Map.Entry<Field, List<String>> entry : names.entrySet()) {
            int rank = entry.getValue().indexOf(whole);
            if (rank < 0 && entry.getKey() instanceof Field.OfMetric) {
                rank = entry.getValue().indexOf(bare);
            }
            if (rank >= 0) {
                return Optional.of(new Match(entry.getKey(), rank, scale));
            }
        }
        return Optional.empty();
    }

    private boolean isValue(List<String> named) {
        return named.stream().noneMatch(words.notValues()::contains)
                && named.stream().noneMatch(words.aggregates()::contains);
    }

    /// True for a name such as `p75_lcp`: a metric, but summed up over many page views.
    public boolean isAggregate(String name) {
        List<String> all = Words.of(name);
        return all.stream().anyMatch(words.aggregates()::contains)
                && match(String.join(" ", Words.without(all, words.aggregates())))
                        .filter(match -> match.field() instanceof Field.OfMetric)
                        .isPresent();
    }
}
