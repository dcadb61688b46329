package dev.parallax.importer.mapping;

import dev.parallax.importer.layout.FieldPath;
import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.ImportRecord.Evidence;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the records of one format become page views. The bundled presets, what the assistant in the
/// window makes and the user's own files are all read from the same JSON form, by [MappingJson].
///
/// @param format what it is
/// @param records where in a file the records are
/// @param places where the things of a page view are, for what has a fixed place
/// @param names what they may be called, for what has none
/// @param filters what must hold of a record for it to be a page view
/// @param exclusions what sets a page view apart: bots, synthetic traffic
/// @param definition whether its metrics are the product's, unless a place says so itself
/// @param texts what texts mean that are no numbers
/// @param numbers how numbers are written
/// @param zone of times that do not say theirs; null means UTC, with a warning
public record Mapping(
        Format format,
        Records records,
        List<Place> places,
        FieldNames names,
        List<Condition> filters,
        List<Condition> exclusions,
        Definition definition,
        Texts texts,
        NumberForm numbers,
        @Nullable ZoneId zone) {

    /// No word that means "no value" is longer.
    public static final int LONGEST_MISSING = 12;

    /// A format and how it is told from others.
    ///
    /// @param key on the command line: `datadog`
    /// @param title for people
    /// @param signatures it is this format if of one of these every path or column occurs
    public record Format(
            String key, String title, Evidence evidence, List<List<String>> signatures) {}

    /// Where in a file the records are.
    ///
    /// @param shape what the file is made of
    /// @param units names that lead from a JSON document to its units, one list for each form there
    ///   is; empty if it is one itself
    /// @param rows the array within a unit whose elements are the records; empty if the unit is
    ///   one. For a table the names of the members with its columns and its rows
    public record Records(Shape shape, List<List<String>> units, List<String> rows) {}

    /// What a file is made of.
    public enum Shape {
        /// Columns with a header.
        DELIMITED,
        /// JSON documents, or one on each line.
        JSON,
        /// A table written as JSON: columns, then rows.
        TABLE,
        /// Lines of `key=value`.
        LOGFMT,
        /// Parameters of URLs, in an access log or by themselves.
        QUERY
    }

    /// How numbers are written.
    ///
    /// @param guessed metrics whose unit differs from export to export, so that the values decide
    /// @param thousands what stands between groups of digits; empty if nothing does
    public record NumberForm(Set<Metric> guessed, String thousands) {

        public NumberForm {
            guessed = Set.copyOf(guessed);
            if (thousands.length() > 1) {
                throw new IllegalArgumentException(
                        "\"thousands\" is \"" + thousands + "\", longer than one character");
            }
        }
    }

    /// What texts mean.
    ///
    /// @param missing mean "no value", in lower case
    /// @param values per dimension what its texts are rewritten to, by their lower-case form
    /// @param lowerCase dimensions whose texts are kept in lower case
    public record Texts(
            Set<String> missing,
            Map<Dimension, Map<String, String>> values,
            Set<Dimension> lowerCase) {

        /// The text kept for a text of the source.
        ///
        /// @return empty if it means that there is no value
        public String canonical(Dimension dimension, String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (missing.contains(lower)) {
                return "";
            }
            String known = values.getOrDefault(dimension, Map.of()).get(lower);
            if (known != null) {
                return known;
            }
            return lowerCase.contains(dimension) ? lower : text;
        }
    }

    /// What a column or member of this name holds: by its place if it has one, or told by its
    /// words; empty if nothing.
    public Optional<FieldNames.Match> match(String name) {
        var parsed = FieldPath.parse(name);
        var whole = FieldPath.of(name);
        for (Place place : places) {
            int rank = Math.max(place.paths().indexOf(parsed), place.paths().indexOf(whole));
            if (rank >= 0) {
                return Optional.of(new FieldNames.Match(place.field(), rank, place.scale()));
            }
        }
        return names.match(name);
    }

    /// The same, with each path put otherwise.
    public Mapping withPaths(UnaryOperator<FieldPath> change) {
        return new Mapping(
                format,
                records,
                places.stream().map(place -> place.withPaths(change)).toList(),
                names,
                filters.stream().map(condition -> condition.withPaths(change)).toList(),
                exclusions.stream().map(condition -> condition.withPaths(change)).toList(),
                definition,
                texts,
                numbers,
                zone);
    }

    /// The same with further places.
    public Mapping withPlaces(List<Place> further) {
        return new Mapping(
                format,
                records,
                Stream.concat(places.stream(), further.stream()).toList(),
                names,
                filters,
                exclusions,
                definition,
                texts,
                numbers,
                zone);
    }

    /// Names of columns whose texts are JSON that places are within.
    public Set<String> namesBehindDots() {
        return places.stream()
                .flatMap(place -> place.paths().stream())
                .filter(path -> path.segments().size() > 1)
                .map(path -> path.segments().getFirst().name())
                .collect(Collectors.toSet());
    }

    /// All paths to what is asked of a record.
    public List<FieldPath> paths() {
        Stream<FieldPath> ofPlaces =
                places.stream()
                        .flatMap(place ->
                                Stream.of(place.paths(), place.minus(), place.plus(), place.with())
                                        .flatMap(List::stream));
        Stream<FieldPath> ofWhens =
                places.stream()
                        .map(Place::when)
                        .filter(Objects::nonNull)
                        .flatMap(when -> when.paths().stream());
        Stream<FieldPath> ofConditions =
                Stream.concat(filters.stream(), exclusions.stream())
                        .flatMap(condition -> condition.paths().stream());
        return Stream.of(ofPlaces, ofWhens, ofConditions).flatMap(paths -> paths).toList();
    }

    /// Whether the metrics have places of their own: without, records are told by words alone.
    public boolean hasPlaces() {
        return !places.isEmpty();
    }

    /// Whether this format measures a metric as the product does.
    public Definition definition(Metric metric) {
        for (Place place : places) {
            if (place.definition() != null
                    && place.field() instanceof Field.OfMetric(Metric placed)
                    && placed == metric) {
                return place.definition();
            }
        }
        return definition;
    }

    /// The array within a unit whose elements are the records.
    public Optional<FieldPath> rows() {
        return records.shape() == Shape.TABLE || records.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(FieldPath.parse(records.rows().getFirst()));
    }
}
