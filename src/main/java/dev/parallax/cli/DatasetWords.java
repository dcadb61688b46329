package dev.parallax.cli;

import dev.parallax.rum.AggregateSummary;
import dev.parallax.rum.Dataset;

/// What is said of a data set, whichever kind it is of.
final class DatasetWords {
    private DatasetWords() {}

    static String kind(Dataset dataset) {
        return switch (dataset.kind()) {
            case PAGE_VIEWS -> "page-views";
            case AGGREGATES -> "aggregate";
        };
    }

    /// What is counted for each metric.
    static String counted(Dataset dataset) {
        return switch (dataset.kind()) {
            case PAGE_VIEWS -> "page views";
            case AGGREGATES -> "distributions";
        };
    }

    /// How much counts in it.
    static String amount(Dataset dataset) {
        return switch (dataset.kind()) {
            case PAGE_VIEWS -> counted(dataset.pageViews(), "page view");
            case AGGREGATES -> counted(dataset.rows(), "distribution");
        };
    }

    /// Page views that are stored; of aggregates there are none.
    static long storedPageViews(Dataset dataset) {
        return dataset.kind() == Dataset.Kind.AGGREGATES ? 0 : dataset.rows();
    }

    static String of(AggregateSummary summary) {
        return "aggregate: %s of %s, from %s to %s, no number of page views is given by this source."
                .formatted(
                        counted(summary.distributions(), "distribution"),
                        counted(summary.sites(), "page"),
                        summary.first(),
                        summary.last());
    }

    private static String counted(long count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
