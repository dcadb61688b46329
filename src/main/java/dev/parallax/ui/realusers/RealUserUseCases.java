package dev.parallax.ui.realusers;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Brush;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageSuggestion;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.Search;
import dev.parallax.rum.Segment;
import dev.parallax.service.ExportProposal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the real-users screen asks of the product. All of it blocks and may throw a
/// [dev.parallax.problem.ProblemException].
public interface RealUserUseCases {

    /// Files to be imported.
    ///
    /// @param dataset the name of the data set they become, or are added to
    /// @param mapping what the user said the columns are; empty for what is found
    record Import(List<Path> files, String dataset, Target target, Optional<Path> mapping) {
        /// Where the page views go.
        public enum Target {
            NEW,
            EXISTING
        }
    }

    /// What came of an import.
    ///
    /// @param dataset its name
    /// @param kind what it is made of
    /// @param rejected rows left out, by reason
    record Imported(
            String dataset,
            Dataset.Kind kind,
            long read,
            long imported,
            Map<String, Long> rejected) {}

    /// One page in the table.
    ///
    /// @param share of the segment's page views, 0 to 1
    /// @param p75 per metric, absent where no view has it
    /// @param poorMinutes of each metric that is a time: what the views took beyond the limit of
    ///   good
    /// @param poorViews of each metric with a limit: how many of the views are poor
    /// @param coveredBy the names of the journeys that measure it
    record Page(
            PageTemplate page,
            long views,
            double share,
            Map<Metric, Double> p75,
            Map<Metric, Double> poorViews,
            Map<Metric, Double> poorMinutes,
            List<String> coveredBy) {}

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
    record Question(String dataset, Metric metric, Optional<Dimension> by, Segment segment) {}

    /// What single page views are looked for by.
    ///
    /// @param text as it was typed; an empty one finds everything
    record Sought(Kind kind, String text) {
        /// Nothing in particular.
        public static final Sought EVERYTHING = new Sought(Kind.PAGE, "");

        /// What the text is.
        public enum Kind {
            PAGE,
            SESSION,
            VIEW,
            USER
        }

        boolean isEverything() {
            return text.isBlank();
        }
    }

    /// What was picked of page views by drawing over charts.
    ///
    /// @param metric whose values the brush means
    /// @param zone where its hours of the week are counted
    record Pick(Metric metric, Brush brush, ZoneId zone) {}

    /// A file to be written with page views.
    record Export(String dataset, Segment segment, Sought sought, Optional<Pick> pick, Path file) {}

    /// All data sets.
    List<Dataset> list();

    /// What a data set of aggregates holds.
    List<Aggregate> aggregates(String dataset);

    /// Goes through every row of the data set.
    Certificate certify(String dataset, Progress progress);

    /// Writes a certificate, as JSON if the file's name ends so, else as HTML.
    void write(Certificate certificate, Path file);

    /// The lines that were kept of an import.
    List<QuarantinedLine> lines(String dataset, long importId);

    /// Puts values back that were taken for missing.
    ///
    /// @return how many
    long restore(String dataset, QuarantineReason reason);

    /// Takes an import out of a data set.
    void removeImport(String dataset, long importId);

    /// What some files are taken for.
    ExportProposal examine(List<Path> files, Progress progress);

    /// Reads the files to the end with this mapping of their columns, and stores nothing.
    ImportRecord tryOut(List<Path> files, ExportProposal proposal, Progress progress);

    /// Reads the files to the end as they are found, and stores nothing.
    ImportRecord tryOut(List<Path> files, Progress progress);

    /// Keeps a mapping for this import and for later files like these.
    Path saveMapping(String name, ExportProposal proposal);

    /// The user's rules for pages, the first one first.
    List<PageRule> rules();

    /// Adds a rule.
    ///
    /// @param position from 1
    void addRule(PageRule rule, int position);

    void removeRule(String pattern);

    /// Rules that would make one page of many, the one for most page views first.
    List<PageSuggestion> suggestRules(String dataset);

    Imported importFiles(Import files, Progress progress);

    void delete(String dataset);

    /// The data set, ready to be read again and again.
    PageViews open(String dataset);

    /// The pages of a segment, the most viewed first.
    List<Page> pages(String dataset, Segment segment);

    /// Where a page can be opened: an address, or a path if nobody knows the site.
    String address(String dataset, PageTemplate page);

    List<Group> percentiles(Question question);

    /// What to search for: a typed id becomes the pseudonym that is stored.
    Search search(Sought sought);

    /// Writes page views to a CSV file.
    ///
    /// @return how many
    long export(Export export, Progress progress);
}
