package dev.parallax.report;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.compare.FieldPair;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.OverTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a report shows.
///
/// @param title its heading
/// @param made when
/// @param remarks what a reader has to know before the first number, such as where the field's data
///   is from
/// @param sections in the order they are shown
public record Report(String title, Instant made, List<String> remarks, List<Section> sections) {

    /// A part of a report with a verdict of its own.
    public sealed interface Section {}

    /// Where the lab stands among users.
    ///
    /// @param differences of the whole distributions, if they were asked for
    /// @param impacts who is behind the gap, if that was asked for
    /// @param time the users along time, if that was asked for and any of them has a time
    public record LabInField(
            Comparison comparison,
            Optional<Differences> differences,
            Optional<Impacts> impacts,
            Optional<OverTime> time)
            implements Section {

        /// The comparison and nothing else.
        public static LabInField of(Comparison comparison) {
            return new LabInField(comparison, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// Where the lab stands among shares of intervals that somebody else summed up.
    public record LabInBins(AggregateComparison comparison) implements Section {}

    /// Two sets of runs against each other.
    public record TwoRuns(LabPair pair) implements Section {}

    /// Two parts of the users against each other.
    public record TwoUsers(FieldPair pair) implements Section {}

    public Report {
        remarks = List.copyOf(remarks);
        sections = List.copyOf(sections);
    }

    /// A report of comparisons and nothing else.
    public static Report of(
            String title, Instant made, List<String> remarks, List<Comparison> comparisons) {
        return new Report(
                title, made, remarks, comparisons.stream().<Section>map(LabInField::of).toList());
    }
}
