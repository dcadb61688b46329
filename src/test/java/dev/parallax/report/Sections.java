package dev.parallax.report;

import dev.parallax.compare.AggregateComparer;
import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Aim;
import dev.parallax.compare.Annotation;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.compare.FieldPair;
import dev.parallax.compare.FieldPairComparer;
import dev.parallax.compare.FieldSide;
import dev.parallax.compare.Fixture;
import dev.parallax.compare.Impact;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.LabPairComparer;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.Note;
import dev.parallax.compare.OverTime;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageRules;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Provenance;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeBand;
import dev.parallax.rum.Trait;
import dev.parallax.rum.TraitTotals.SessionsKnown;
import dev.parallax.statistics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/// Sections of every kind in which everything that a site, a source or a person can name has one
/// name.
final class Sections {
    static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    private static final PageViews FIELD =
            Fixture.field(
                    Stream.concat(
                                    Fixture.evenly(Metric.LCP, "desktop", 400, 800, 4_200).stream(),
                                    Fixture.evenly(Metric.LCP, "mobile", 300, 1_500, 6_000)
                                            .stream())
                            .toList());

    /// What takes long is found once: names change no number.
    private static final Comparison PLACED =
            Comparer.compare(lab("", 1), FIELD, Segment.ALL, Aim.MEDIAN);

    private static final Differences DIFFERENCES =
            Comparer.differences(lab("", 1), FIELD, Segment.ALL);

    private static final LabPair.InMetric RUNS =
            LabPairComparer.compare(
                            "",
                            "",
                            List.of(
                                    new LabPairComparer.Sides(
                                            lab("", 1), lab("", 1.3), lab("", 1).values())))
                    .first();

    private static final FieldPair USERS =
            FieldPairComparer.compare(
                    new FieldPairComparer.Part("", FIELD, device("desktop")),
                    new FieldPairComparer.Part("", FIELD, device("mobile")),
                    Metric.LCP);

    private Sections() {}

    static List<Report.Section> of(String text) {
        return List.of(inField(text), inBins(text), runs(text), users(text));
    }

    private static LabSample lab(String text, double factor) {
        return new LabSample(
                text,
                text,
                Fixture.CHECKOUT,
                new Profile(
                        "p",
                        text.isEmpty() ? "p" : text,
                        Profile.DESKTOP.device(),
                        Profile.DESKTOP.network(),
                        1,
                        "en-US"),
                Metric.LCP,
                Stream.of(1_400.0, 1_450.0, 1_500.0, 1_520.0, 1_580.0, 1_620.0, 1_700.0, 1_900.0)
                        .map(value -> value * factor)
                        .toList(),
                0);
    }

    private static Segment named(String text) {
        return new Segment(
                Map.of(Dimension.BROWSER, Set.of(text), Dimension.COUNTRY, Set.of(text)),
                null,
                null);
    }

    static Report.LabInField inField(String text) {
        LabSample lab = lab(text, 1);
        Comparison made = PLACED;
        var hostile =
                new Comparison(
                        lab,
                        made.labMedian(),
                        made.labModes(),
                        text,
                        made.aim(),
                        of(made.matched(), named(text)),
                        made.all(),
                        made.curves(),
                        made.notMatched(),
                        made.definition(),
                        made.verdict(),
                        text,
                        text,
                        List.of(new Note(Note.Kind.DEFINITION, text)));
        var impacts =
                new Impacts(
                        Metric.LCP,
                        1,
                        Impacts.Origin.LAB_MEDIAN,
                        1,
                        new Interval(0, 2),
                        List.of(
                                new Impact(
                                        new Trait(Optional.of(Dimension.BROWSER), text),
                                        10,
                                        0.5,
                                        1,
                                        new Interval(0, 2),
                                        1,
                                        2,
                                        List.of())),
                        List.of(),
                        0,
                        SessionsKnown.KNOWN);
        return new Report.LabInField(
                hostile, Optional.of(DIFFERENCES), Optional.of(impacts), Optional.of(time(text)));
    }

    private static FieldSide of(FieldSide side, Segment segment) {
        return new FieldSide(
                segment,
                side.views(),
                side.measured(),
                side.weight(),
                side.effective(),
                side.sessions(),
                side.placement(),
                side.quantiles(),
                side.ratioToMedian(),
                side.ratioToP75(),
                side.shares(),
                side.modes(),
                side.method());
    }

    /// 28 days; on two of them nothing was observed, on one there are too few for a percentile.
    private static OverTime time(String note) {
        List<TimeBand> bands = new ArrayList<>();
        for (int day = 0; day < 28; day++) {
            Instant from = BEGIN.plus(Duration.ofDays(day));
            long views = day == 12 || day == 13 ? 0 : day == 20 ? 4 : 90 + 5 * day;
            double p50 = 1_600 + 30 * (day % 7);
            boolean isKnown = views > 10;
            bands.add(
                    new TimeBand(
                            from,
                            from.plus(Duration.ofDays(1)),
                            views,
                            views,
                            views,
                            percentile(isKnown, 0.7 * p50),
                            percentile(isKnown, p50),
                            percentile(isKnown, 1.6 * p50),
                            percentile(isKnown, 2.4 * p50)));
        }
        long[] millis = new long[28];
        double[] values = new double[28];
        for (int day = 0; day < 28; day++) {
            millis[day] = BEGIN.plus(Duration.ofHours(24L * day + 9)).toEpochMilli();
            values[day] = day == 17 ? 20_000 : 1_450 + 20 * (day % 5);
        }
        return new OverTime(
                ZoneOffset.UTC,
                bands,
                new LabSeries(millis, values),
                List.of(new Annotation(BEGIN.plus(Duration.ofDays(9)), note)));
    }

    private static OptionalDouble percentile(boolean isKnown, double value) {
        return isKnown ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    static Report.LabInBins inBins(String text) {
        var crux =
                new Dataset(
                        1,
                        1,
                        Dataset.Kind.AGGREGATES,
                        text,
                        Instant.EPOCH,
                        new Dataset.Size(1, 1, 1, Dataset.Weighting.NONE),
                        null,
                        null,
                        new Provenance("crux", Map.of()));
        var aggregate =
                new Aggregate(
                        new Aggregate.Key(
                                Aggregate.Scope.ORIGIN,
                                "https://shop.example",
                                "DESKTOP",
                                "",
                                "",
                                LocalDate.parse("2026-10-24"),
                                LocalDate.parse("2026-11-20")),
                        Map.of(
                                Metric.LCP,
                                new Aggregate.Binned(
                                        List.of(
                                                bin(0, 1_000, 0.3),
                                                bin(1_000, 2_000, 0.3),
                                                bin(2_000, 4_000, 0.3),
                                                new Aggregate.Bin(
                                                        4_000, OptionalDouble.empty(), 0.1)),
                                        OptionalDouble.of(2_700))),
                        Map.of());
        AggregateComparison made =
                AggregateComparer.compare(
                        lab(text, 1), crux, List.of(aggregate), PageRules.BUILT_IN, Aim.MEDIAN);
        AggregateComparison.Field field = made.field().orElseThrow();
        Aggregate.Key key = field.key();
        return new Report.LabInBins(
                new AggregateComparison(
                        made.lab(),
                        made.labMedian(),
                        text,
                        made.aim(),
                        Optional.of(
                                new AggregateComparison.Field(
                                        new Aggregate.Key(
                                                key.scope(),
                                                text,
                                                text,
                                                text,
                                                text,
                                                key.firstDay(),
                                                key.lastDay()),
                                        field.values(),
                                        field.ofMedian(),
                                        field.placement(),
                                        field.percentiles(),
                                        field.p75(),
                                        field.shares())),
                        made.notMatched(),
                        made.definition(),
                        made.verdict(),
                        text,
                        text));
    }

    private static Aggregate.Bin bin(double start, double end, double share) {
        return new Aggregate.Bin(start, OptionalDouble.of(end), share);
    }

    static Report.TwoRuns runs(String text) {
        return new Report.TwoRuns(
                new LabPair(
                        text,
                        text,
                        List.of(
                                new LabPair.InMetric(
                                        lab(text, 1),
                                        lab(text, 1.3),
                                        RUNS.measured(),
                                        RUNS.smallest(),
                                        RUNS.noiseFloor(),
                                        RUNS.verdict(),
                                        text,
                                        text))));
    }

    static Report.TwoUsers users(String text) {
        FieldPair made = USERS;
        return new Report.TwoUsers(
                new FieldPair(
                        made.metric(),
                        of(made.before(), text),
                        of(made.after(), text),
                        made.quantiles(),
                        made.shares(),
                        made.deciles(),
                        made.distance(),
                        made.inBoth(),
                        made.curves(),
                        made.verdict(),
                        text,
                        text));
    }

    private static Segment device(String device) {
        return Segment.ALL.with(Dimension.DEVICE, Set.of(device));
    }

    private static FieldPair.Side of(FieldPair.Side side, String text) {
        return new FieldPair.Side(
                text,
                text,
                named(text),
                side.views(),
                side.measured(),
                side.weight(),
                side.effective(),
                side.quantiles(),
                side.shares(),
                side.method());
    }
}
