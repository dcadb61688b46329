package dev.parallax.importer;

import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.importer.privacy.Privacy;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.rum.Dictionaries;

/// Makes the cells that read the columns of one import. All are for one thread.
final class Cells {
    private static final double LARGEST_WEIGHT = 1e9;

    private final Mapping mapping;
    private final Dictionaries dictionaries;
    private final Tally tally;
    private final MissingTexts missing;
    private final Privacy privacy;

    Cells(Mapping mapping, Dictionaries dictionaries, Tally tally, Privacy privacy) {
        this.mapping = mapping;
        this.dictionaries = dictionaries;
        this.tally = tally;
        this.missing = new MissingTexts(mapping);
        this.privacy = privacy;
    }

    /// Reads the value of a metric.
    MetricCell metric(Metric metric, Scale scale) {
        return new MetricCell(metric, scale, missing);
    }

    /// The cell of a field.
    ///
    /// @param scale of a metric
    /// @param measurement what a record of one metric is put together by
    Cell cell(Field field, Scale scale, Measurement measurement) {
        return switch (field) {
            case Field.OfMetric(Metric metric) -> metric(metric, scale);
            case Field.OfDimension(Dimension dimension) -> dimension(dimension);
            case Field.Single.TIME -> time();
            case Field.Single.PAGE -> page();
            case Field.Single.SESSION -> session();
            case Field.Single.WEIGHT -> weight();
            case Field.Single.VIEW -> view();
            case Field.Single.METRIC_NAME ->
                    (text, from, length, _) -> measurement.name(text, from, length);
            case Field.Single.METRIC_VALUE ->
                    (text, from, length, _) -> measurement.value(text, from, length);
            case Field.Single.METRIC_ID ->
                    (text, from, length, _) -> measurement.id(text, from, length);
            case Field.Single.NAVIGATION_ID ->
                    (text, from, length, draft) -> draft.navigation = Hash.of(text, from, length);
            case Field.Single.VERSION -> version();
            case Field.Single.USER -> user();
            case Field.Single.VIEWPORT_WIDTH -> viewportWidth();
            case Field.Single.USER_AGENT ->
                    new AgentCell(
                            canonical(Dimension.DEVICE),
                            canonical(Dimension.BROWSER),
                            canonical(Dimension.OS));
            case Field.Single.IDENTITY, Field.Single.METRICS, Field.Single.ENTRIES ->
                    (_, _, _, _) -> {};
        };
    }

    /// The unit a metric is in where nothing says otherwise.
    static Scale usual(Metric metric) {
        return metric.unit() == Unit.NONE ? Scale.PLAIN : Scale.MILLISECONDS;
    }

    Cell dimension(Dimension dimension) {
        return new DimensionCell(dimension, canonical(dimension));
    }

    /// The values of a dimension, on their way into its dictionary.
    private CanonicalValues canonical(Dimension dimension) {
        return new CanonicalValues(
                dimension, mapping.texts(), privacy.scrubber(), dictionaries.dimension(dimension));
    }

    Cell time() {
        return new TimeCell(missing, tally, mapping.zone());
    }

    /// Reads a URL or path and keeps its path, without what may tell who a user is.
    Cell page() {
        return new PageCell(dictionaries.pages(), privacy.scrubber(), missing);
    }

    Cell session() {
        return (source, from, length, draft) -> {
            if (length > 0 && !isMissing(source, from, length)) {
                draft.session = privacy.ids().of(source, from, length);
                draft.hasValue = true;
            }
        };
    }

    Cell view() {
        return (source, from, length, draft) -> {
            if (length > 0 && !isMissing(source, from, length)) {
                draft.view = privacy.ids().of(source, from, length);
            }
        };
    }

    private Cell user() {
        return (source, from, length, draft) -> {
            if (length > 0 && !isMissing(source, from, length)) {
                draft.user = privacy.ids().of(source, from, length);
            }
        };
    }

    /// The width of the window, as a class.
    private Cell viewportWidth() {
        return dimension(Dimension.VIEWPORT);
    }

    private static Cell version() {
        return (source, from, length, draft) -> {
            double version = Numbers.parse(source, from, length);
            if (!Double.isNaN(version)) {
                draft.version = (long) version;
            }
        };
    }

    Cell weight() {
        return (source, from, length, draft) -> {
            // judged as it is kept: a weight below the smallest float would be kept as 0
            float weight = (float) Numbers.parse(source, from, length);
            if (weight > 0 && weight <= LARGEST_WEIGHT) {
                draft.weight = weight;
            } else {
                draft.refuse(Reason.WEIGHT_NOT_POSITIVE);
            }
        };
    }

    /// The texts that mean "no value".
    MissingTexts missing() {
        return missing;
    }

    private boolean isMissing(char[] source, int from, int length) {
        return missing.contains(source, from, length);
    }

    /// Where the first letter is that is no blank.
    static int skipBlanks(char[] source, int from, int end) {
        int at = from;
        while (at < end && source[at] <= ' ') {
            at++;
        }
        return at;
    }

    /// Behind the last letter that is no blank.
    static int skipBlanksBack(char[] source, int from, int end) {
        int at = end;
        while (at > from && source[at - 1] <= ' ') {
            at--;
        }
        return at;
    }
}
