package dev.parallax.importer.mapping;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// What a column of a CSV file, or a member of a JSON object, can be.
public sealed interface Field {

    /// The value of one metric.
    record OfMetric(Metric metric) implements Field {
        @Override
        public String key() {
            return metric.key();
        }
    }

    /// The value of one dimension.
    record OfDimension(Dimension dimension) implements Field {
        @Override
        public String key() {
            return dimension.key();
        }
    }

    /// Everything else.
    enum Single implements Field {
        /// When the page view began.
        TIME("time"),
        /// The user agent's own name for itself, from which device, browser and system are told.
        USER_AGENT("userAgent"),
        /// Who the user is to the source; kept only as a keyed hash.
        USER("user"),
        /// Counts up with each update of the same page view.
        VERSION("version"),
        /// Together with its like what tells the page view from all others.
        IDENTITY("identity"),
        /// Width of the window in CSS pixels.
        VIEWPORT_WIDTH("viewportWidth"),
        /// URL or path of the page.
        PAGE("page"),
        SESSION("session"),
        /// How many page views the record stands for.
        WEIGHT("weight"),
        /// What tells the page view from all others.
        VIEW("view"),
        /// In a record of one metric: which one.
        METRIC_NAME("metricName"),
        /// In a record of one metric: its value.
        METRIC_VALUE("metricValue"),
        /// In a record of one metric: what tells this measurement from all others.
        METRIC_ID("metricId"),
        /// A JSON array of records of one metric each.
        METRICS("metrics"),
        /// The browser's performance entries behind a metric.
        ENTRIES("entries"),
        /// The browser's number of the navigation, unique only together with page and time.
        NAVIGATION_ID("navigationId");

        private final String key;

        Single(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /// The name in mapping files.
    String key();

    /// The field of this key.
    static Optional<Field> byKey(String key) {
        Stream<Field> metrics = Metric.all().stream().map(OfMetric::new);
        Stream<Field> dimensions = Dimension.all().stream().map(OfDimension::new);
        return Stream.of(metrics, dimensions, Arrays.<Field>stream(Single.values()))
                .flatMap(fields -> fields)
                .filter(field -> field.key().equals(key))
                .findFirst();
    }
}
