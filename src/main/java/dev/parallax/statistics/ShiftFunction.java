package dev.parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How far the lab's deciles lie from those of the field, fast users to slow ones (Doksum 1974,
/// *Empirical probability plots and statistical inference for nonlinear models in the two-sample
/// case*, Annals of Statistics 2, 267–277). One number says whether the lab is off; nine say for
/// whom.
///
/// The lab's deciles are those of [Harrell and Davis][HarrellDavis], the field's are exact. The
/// bands hold for all deciles at once with 95 %: the largest of their studentised errors is drawn
/// 2,000 times (Mandel & Betensky 2008, *Simultaneous confidence intervals based on the percentile
/// bootstrap approach*, Computational Statistics & Data Analysis 52, 2158–2165). The runs are drawn
/// with replacement; the field's deciles are drawn around their own standard errors, together as
/// order statistics are ([BrownianBridge]). As few runs look less scattered than they are, the
/// bands are widened by Student's t over the normal. Simulated coverage: `docs/methods.md`.
public final class ShiftFunction {
    private static final int DRAWS = 2_000;
    private static final long SEED = 0x51F7L;
    private static final double CONFIDENCE = 0.95;

    /// From here on Student's t is the normal.
    private static final double MOST_FREEDOM = 1e6;

    private static final double[] DECILES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    private ShiftFunction() {}

    /// One decile.
    public sealed interface Decile {
        /// Which percentile, 10 to 90.
        int percentile();

        /// Lab minus field: below 0 where the lab is faster.
        ///
        /// @param band of all deciles at once
        record Known(int percentile, double shift, Interval band) implements Decile {}

        /// Too few runs or effective page views for an interval; `has` is the fewer of both.
        record TooFew(int percentile, int needs, int has) implements Decile {}
    }

    /// The nine deciles, lowest first.
    ///
    /// @param runs in the unit of the field's values
    public static List<Decile> of(double[] runs, ClusteredSample field) {
        List<FieldQuantile> quantiles = FieldIntervals.quantiles(field, DECILES);
        List<Point> points = new ArrayList<>();
        Decile[] deciles = new Decile[DECILES.length];
        for (int i = 0; i < deciles.length; i++) {
            int percentile = 10 * (i + 1);
            int needs = SmallestSample.forQuantile(DECILES[i]);
            switch (quantiles.get(i)) {
                case FieldQuantile.TooFew(_, var has) when has < runs.length ->
                        deciles[i] = new Decile.TooFew(percentile, needs, has);
                case FieldQuantile.Known(var estimate) when runs.length >= needs ->
                        points.add(new Point(percentile, DECILES[i], estimate, runs.length));
                case FieldQuantile _ ->
                        deciles[i] = new Decile.TooFew(percentile, needs, runs.length);
            }
        }
        if (!points.isEmpty()) {
            for (Decile.Known known : known(Quantiles.sorted(runs), points)) {
                deciles[known.percentile() / 10 - 1] = known;
            }
        }
        return List.of(deciles);
    }

    /// A decile of which enough is known.
    private record Point(int percentile, double q, double field, double error, HarrellDavis lab) {
        Point(int percentile, double q, Estimate field, int runs) {
            this(
                    percentile,
                    q,
                    field.value(),
                    (field.interval().high() - field.interval().low()) / (2 * Normal.Z_975),
                    new HarrellDavis(runs, q));
        }
    }

    private static List<Decile.Known> known(double[] runs, List<Point> points) {
        double[] lab = points.stream().mapToDouble(point -> point.lab.ofSorted(runs)).toArray();
        double[][] errors = new double[points.size()][DRAWS];
        var random = new SplittableRandom(SEED);
        var bridge =
                new BrownianBridge(
                        points.stream().mapToDouble(Point::q).toArray(),
                        points.stream().mapToDouble(Point::error).toArray());
        double[] drawn = new double[runs.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = runs[random.nextInt(runs.length)];
            }
            Arrays.sort(drawn);
            double[] field = bridge.draw(random);
            for (int i = 0; i < lab.length; i++) {
                errors[i][draw] = points.get(i).lab.ofSorted(drawn) - lab[i] - field[i];
            }
        }
        double[] spread = Arrays.stream(errors).mapToDouble(ShiftFunction::spread).toArray();
        double reach = Quantiles.type7(largest(errors, spread), CONFIDENCE);
        return IntStream.range(0, lab.length)
                .mapToObj(i -> {
                    double shift = lab[i] - points.get(i).field;
                    double half =
                            reach
                                    * spread[i]
                                    * widened(runs.length, spread[i], points.get(i).error);
                    return new Decile.Known(
                            points.get(i).percentile,
                            shift,
                            new Interval(shift - half, shift + half));
                })
                .toList();
    }

    private static double spread(double[] errors) {
        double mean = Arrays.stream(errors).average().orElseThrow();
        double squares = 0;
        for (double error : errors) {
            squares += (error - mean) * (error - mean);
        }
        return Math.sqrt(squares / (errors.length - 1));
    }

    /// Of each draw the largest error in units of its spread; one that never errs is left out.
    private static double[] largest(double[][] errors, double[] spread) {
        double[] largest = new double[DRAWS];
        for (int i = 0; i < spread.length; i++) {
            for (int draw = 0; spread[i] > 0 && draw < DRAWS; draw++) {
                largest[draw] = Math.max(largest[draw], Math.abs(errors[i][draw]) / spread[i]);
            }
        }
        return largest;
    }

    /// Student's t over the normal. Only the lab's part of the spread is that of few runs, so the
    /// degrees of freedom are those of Satterthwaite 1946 (*An approximate distribution of
    /// estimates of variance components*, Biometrics Bulletin 2, 110–114): with both variances a
    /// and b, that of the field taken as known, (a + b)² / (a² / (n − 1)).
    private static double widened(int runs, double spread, double ofField) {
        double whole = spread * spread;
        double ofLab = Math.max(0, whole - ofField * ofField);
        double freedom = (runs - 1) * whole * whole / (ofLab * ofLab);
        return freedom < MOST_FREEDOM ? Normal.student975((long) freedom) / Normal.Z_975 : 1;
    }
}
