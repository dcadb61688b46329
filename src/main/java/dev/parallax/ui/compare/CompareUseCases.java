package dev.parallax.ui.compare;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Annotation;
import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.Question;
import dev.parallax.compare.Reanswered;
import dev.parallax.compare.SavedComparison;
import dev.parallax.metric.Metric;
import dev.parallax.rum.PageViews;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the compare screen asks of the product. All of it blocks and may throw a
/// [dev.parallax.problem.ProblemException].
public interface CompareUseCases {

    /// A page that a journey measures.
    ///
    /// @param journey its name
    /// @param page the name of the page mark
    record LabPage(String journey, String page) {}

    /// The pages of all journeys, in the order of the journeys.
    List<LabPage> pages();

    /// The names of the data sets.
    List<String> datasets();

    /// The names of the data sets that hold page views.
    List<String> pageViewDatasets();

    /// The data set, ready to be read again and again.
    PageViews open(String dataset);

    Comparison compare(Question question);

    /// Answers a question of a data set that holds shares of intervals instead of page views; empty
    /// for any other, which [#compare] answers.
    Optional<AggregateComparison> compareAggregates(Question question);

    /// The revisions of a journey that were run, the newest first.
    List<MeasuredRevision> revisions(String journey);

    /// What the lab measured along time.
    LabSeries series(Baseline baseline, Metric metric);

    /// The comparisons that are kept, by name.
    List<SavedComparison> saved();

    /// Answers a kept comparison anew.
    Reanswered answer(String name);

    /// Keeps a question; replaces the one of the same name.
    void save(String name, ComparisonQuestion question);

    /// Forgets a kept comparison.
    void remove(String name);

    /// What happened when, the earliest first.
    List<Annotation> annotations();

    /// Writes down what happened.
    void annotate(Annotation annotation);

    /// Forgets what happened.
    void forget(Annotation annotation);

    /// What time it is.
    Instant now();

    /// Answers a question as one HTML file that needs nothing else.
    void report(Question question, Path file);
}
