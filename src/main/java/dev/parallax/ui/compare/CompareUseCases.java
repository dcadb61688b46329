package dev.parallax.ui.compare;

import dev.parallax.compare.Comparison;
import dev.parallax.metric.Metric;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import java.util.List;

/// What the compare screen asks of the product. All of it blocks and may throw a
/// [dev.parallax.problem.ProblemException].
public interface CompareUseCases {

    /// A page that a journey measures.
    ///
    /// @param journey its name
    /// @param page the name of the page mark
    record LabPage(String journey, String page) {}

    /// What is asked.
    ///
    /// @param profile the id of a preset
    /// @param segment which users; those of the lab's page if it names none
    record Question(LabPage lab, String profile, String dataset, Metric metric, Segment segment) {}

    /// The pages of all journeys, in the order of the journeys.
    List<LabPage> pages();

    /// The names of the data sets.
    List<String> datasets();

    /// The data set, ready to be read again and again.
    PageViews open(String dataset);

    Comparison compare(Question question);
}
