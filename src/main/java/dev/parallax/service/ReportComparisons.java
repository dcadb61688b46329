package dev.parallax.service;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.OverTime;
import dev.parallax.compare.Question;
import dev.parallax.problem.ProblemException;
import dev.parallax.report.HtmlReport;
import dev.parallax.report.Report;
import dev.parallax.store.AnnotationStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Use case: writes comparisons of every kind as HTML files that need nothing else.
public final class ReportComparisons {
    private final ComparePages comparisons;
    private final AnnotationStore annotations;
    private final InstantSource clock;
    private final ZoneId zone;

    /// @param zone where days begin in charts along time
    public ReportComparisons(
            ComparePages comparisons,
            AnnotationStore annotations,
            InstantSource clock,
            ZoneId zone) {
        this.comparisons = comparisons;
        this.annotations = annotations;
        this.clock = clock;
        this.zone = zone;
    }

    /// Answers the questions that are reported.
    ComparePages comparisons() {
        return comparisons;
    }

    /// Answers a question, whatever its data set holds, and writes the answer.
    ///
    /// @throws ProblemException if it names something that is not there, or the file cannot be
    ///   written
    public void write(Question question, Path file) {
        Optional<AggregateComparison> bounds = comparisons.compareAggregates(question);
        if (bounds.isPresent()) {
            write(bounds.get(), file);
        } else {
            write(question, comparisons.compare(question), comparisons.differences(question), file);
        }
    }

    /// Writes where the lab stands among page views, with who is behind the gap and how it was
    /// along time.
    ///
    /// @param made the answer of the question
    /// @throws ProblemException if the file cannot be written
    public void write(Question question, Comparison made, Differences differences, Path file) {
        write("Lab and field", List.of(), List.of(section(question, made, differences)), file);
    }

    /// Writes where the lab stands among shares of intervals.
    ///
    /// @throws ProblemException if the file cannot be written
    public void write(AggregateComparison made, Path file) {
        write("Lab and field", List.of(), List.of(new Report.LabInBins(made)), file);
    }

    /// Writes two sets of runs against each other.
    ///
    /// @throws ProblemException if the file cannot be written
    public void write(LabPair made, Path file) {
        write("Lab and lab", List.of(), List.of(new Report.TwoRuns(made)), file);
    }

    /// Writes two parts of the users against each other.
    ///
    /// @throws ProblemException if the file cannot be written
    public void write(FieldPair made, Path file) {
        write("Field and field", List.of(), List.of(new Report.TwoUsers(made)), file);
    }

    /// Writes sections under a title, with what a reader has to know before the first number.
    void write(String title, List<String> remarks, List<Report.Section> sections, Path file) {
        HtmlReport.write(new Report(title, clock.instant(), remarks, sections), file);
    }

    /// All that there is to be said about one question of page views.
    Report.Section section(Question question, Comparison made, Differences differences) {
        var happened =
                new OverTime.Happened(
                        comparisons.series(question.baseline(), question.metric()),
                        annotations.list());
        return new Report.LabInField(
                made,
                Optional.of(differences),
                comparisons.impacts(question, made),
                comparisons.overTime(question, made, zone, happened));
    }
}
