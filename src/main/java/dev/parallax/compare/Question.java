package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;

/// What a comparison asks: where a baseline stands among the users of a data set.
///
/// @param dataset the data set's name
/// @param segment which users; without a page, those of the baseline's page
/// @param metric by which they are compared
public record Question(Baseline baseline, String dataset, Segment segment, Metric metric)
        implements ComparisonQuestion {

    public Question withBaseline(Baseline other) {
        return new Question(other, dataset, segment, metric);
    }

    public Question withDataset(String other) {
        return new Question(baseline, other, segment, metric);
    }

    public Question withSegment(Segment other) {
        return new Question(baseline, dataset, other, metric);
    }

    public Question withMetric(Metric other) {
        return new Question(baseline, dataset, segment, other);
    }
}
