package dev.parallax.ui.realusers;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the real-users screen asks of the product. All of it blocks and may throw a
/// [dev.parallax.problem.ProblemException].
public interface RealUserUseCases {

    /// Files to be imported.
    ///
    /// @param dataset the name of the data set they become
    record Import(List<Path> files, String dataset) {}

    /// What came of an import.
    ///
    /// @param dataset its name
    /// @param rejected rows left out, by reason
    record Imported(String dataset, long read, long imported, Map<String, Long> rejected) {}

    /// One page in the table.
    ///
    /// @param share of the data set's page views, 0 to 1
    /// @param p75 per metric, absent where no view has it
    record Page(PageTemplate page, long views, double share, Map<Metric, Double> p75) {}

    /// The percentiles of one group of users.
    ///
    /// @param group a value of the dimension asked by, or all
    /// @param measured views that have the metric
    record Group(String group, long views, long measured, List<Percentile> percentiles) {}

    /// One percentile, or why there is none.
    ///
    /// @param value in the metric's unit, empty if there are too few views
    /// @param needs the fewest effective views for it
    record Percentile(int percentile, OptionalDouble value, int needs) {}

    /// Which percentiles are asked for.
    ///
    /// @param by the dimension to tell groups apart by, empty for all users together
    /// @param page only views of this page, empty for all
    record Question(
            String dataset, Metric metric, Optional<Dimension> by, Optional<PageTemplate> page) {}

    /// All data sets.
    List<Dataset> list();

    Imported importFiles(Import files, Progress progress);

    void delete(String dataset);

    /// The pages of a data set, the most viewed first.
    List<Page> pages(String dataset);

    List<Group> percentiles(Question question);
}
