package dev.parallax.service;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.LabPairComparer;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.TimeWindow;
import dev.parallax.statistics.NoiseFloor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Use case: sets two sets of runs of one page against each other: before and after a change.
public final class CompareRuns {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ComparePages pages;

    public CompareRuns(ComparePages pages) {
        this.pages = pages;
    }

    /// Two samples, and runs between which nothing was changed.
    private record Named(String before, String after, List<LabPairComparer.Sides> metrics) {}

    /// Answers a question.
    ///
    /// @throws ProblemException if it names something that is not there
    public LabPair compare(RunsQuestion question) {
        Baseline after = question.after();
        Baseline before = after.withProfile(pages.profile(question.profileBefore()));
        List<Metric> metrics = question.metrics().isEmpty() ? measured(after) : question.metrics();
        Named named =
                switch (question.sides()) {
                    case RunsQuestion.Sides.Revisions(var one, var other) ->
                            revisions(before, after, one, other, metrics);
                    case RunsQuestion.Sides.NewestRevisions _ -> {
                        List<MeasuredRevision> newest = newestTwo(after.journey());
                        yield revisions(
                                before,
                                after,
                                newest.getLast().number(),
                                newest.getFirst().number(),
                                metrics);
                    }
                    case RunsQuestion.Sides.Windows(var one, var other) ->
                            new Named(
                                    words(one),
                                    words(other),
                                    sides(
                                            before.withWindow(Optional.of(one)),
                                            after.withWindow(Optional.of(other)),
                                            metrics));
                    case RunsQuestion.Sides.Newest(var values) ->
                            newest(before, after, values, metrics);
                };
        return LabPairComparer.compare(named.before, named.after, named.metrics);
    }

    /// The metrics the page was ever measured in; LCP first where it was.
    private List<Metric> measured(Baseline baseline) {
        List<Metric> metrics =
                Metric.all().stream()
                        .filter(metric ->
                                pages.isMeasured(
                                        baseline.journey(),
                                        baseline.page(),
                                        baseline.profile(),
                                        metric))
                        .sorted((one, other) ->
                                Boolean.compare(other == Metric.LCP, one == Metric.LCP))
                        .toList();
        // nothing at all: asking for one says so
        return metrics.isEmpty() ? List.of(Metric.LCP) : metrics;
    }

    private Named revisions(
            Baseline before, Baseline after, int one, int other, List<Metric> metrics) {
        List<MeasuredRevision> known = pages.revisions(after.journey());
        requireRevision(known, one, after.journey());
        requireRevision(known, other, after.journey());
        return new Named(
                "revision " + one,
                "revision " + other,
                sides(
                        before.withRevision(OptionalInt.of(one)),
                        after.withRevision(OptionalInt.of(other)),
                        metrics));
    }

    private List<LabPairComparer.Sides> sides(
            Baseline before, Baseline after, List<Metric> metrics) {
        return metrics.stream()
                .map(metric -> {
                    LabSample base = pages.sample(before, metric);
                    return new LabPairComparer.Sides(
                            base, pages.sample(after, metric), base.values());
                })
                .toList();
    }

    /// The newest values against those before them; of two profiles, the newest of each.
    private Named newest(Baseline before, Baseline after, int values, List<Metric> metrics) {
        if (!before.profile().equals(after.profile())) {
            return new Named(
                    before.profile().id(),
                    after.profile().id(),
                    metrics.stream()
                            .map(metric -> {
                                LabSample base = pages.sample(before, metric);
                                LabSample other = pages.sample(after, metric);
                                return new LabPairComparer.Sides(
                                        part(base, 0, values),
                                        part(other, 0, values),
                                        base.values());
                            })
                            .toList());
        }
        return new Named(
                "the " + values + " before",
                "the newest " + values,
                metrics.stream()
                        .map(metric -> {
                            LabSample all = pages.sample(after, metric);
                            return new LabPairComparer.Sides(
                                    part(all, values, values),
                                    part(all, 0, values),
                                    part(all, values, Math.max(values, NoiseFloor.MOST_RUNS))
                                            .values());
                        })
                        .toList());
    }

    /// So many values, leaving out the newest; how many were tainted among them is not known.
    private static LabSample part(LabSample all, int newer, int most) {
        int end = Math.max(0, all.values().size() - newer);
        return new LabSample(
                all.journey(),
                all.page(),
                all.template(),
                all.profile(),
                all.metric(),
                all.values().subList(Math.max(0, end - most), end),
                0,
                null,
                all.otherwise());
    }

    private List<MeasuredRevision> newestTwo(String journey) {
        List<MeasuredRevision> known = pages.revisions(journey);
        if (known.size() < 2) {
            throw new ProblemException(
                    Problem.usage(
                            "no-two-revisions",
                            "cannot compare two revisions of \"" + journey + "\"",
                            known.isEmpty()
                                    ? "it was never run"
                                    : "only revision " + known.getFirst().number() + " was run",
                            "name the sides: the newest 12 runs against the 12 before (`--newest 12`), or two"
                                    + " stretches of time (`--before`, `--after`)"));
        }
        return known.subList(0, 2);
    }

    private static void requireRevision(
            List<MeasuredRevision> known, int revision, String journey) {
        if (known.stream().noneMatch(measured -> measured.number() == revision)) {
            String run =
                    String.join(
                            ", ",
                            known.reversed().stream()
                                    .map(measured -> Integer.toString(measured.number()))
                                    .toList());
            throw new ProblemException(
                    Problem.usage(
                            "revision-not-run",
                            "revision " + revision + " of \"" + journey + "\" was never run",
                            known.isEmpty() ? "none was" : "those that were run: " + run,
                            "use two of these"));
        }
    }

    private static String words(TimeWindow window) {
        return moment(window.from()) + " to " + moment(window.to());
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment).replace(" 00:00", "");
    }
}
