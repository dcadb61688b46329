package dev.parallax.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The reference numbers are gaussian_kde of SciPy 1.17.1 with `bw_method = 0.9 * min(sd, IQR /
/// 1.34) * n ** -0.2 / std(ddof=1)`, sd with ddof=0 and quartiles by linear interpolation, of the
/// 400 values `800 * exp(0.35 * ndtri((i + 0.5) / 400))`, the upper 80 of them moved up by 1,200:
/// of the values themselves, and of their logarithms.
final class DensityTest {
    private static final double[] AT = {500, 800, 1_200, 1_800, 2_400, 3_000};
    private static final double[] LINEAR = {
        0.00089944, 0.00138334, 4.20283e-05, 2.69437e-13, 0.000457839, 4.55737e-05
    };
    private static final double[] LOGARITHMIC = {
        0.475094, 1.09896, 0.108337, 0.00992462, 0.639127, 0.204958
    };
    private static final int STEPS = 1_000;
    private static final int BINS = 50;

    private static Shown.Sample sample(
            double[] values, Scale scale, double low, double high, double part) {
        var edges = new double[BINS + 1];
        Arrays.setAll(edges, i -> at(scale, low, high, (double) i / BINS));
        var shares = new double[BINS];
        var bins = new Bins(edges, shares);
        for (double value : values) {
            int bin = bins.binOf(value);
            if (bin >= 0) {
                shares[bin] += part / values.length;
            }
        }
        var places = new double[STEPS + 1];
        var cumulative = new double[STEPS + 1];
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int below = 0;
        for (int i = 0; i <= STEPS; i++) {
            places[i] = at(scale, low, high, (double) i / STEPS);
            while (below < sorted.length && sorted[below] <= places[i]) {
                below++;
            }
            cumulative[i] = (double) below / sorted.length;
        }
        return new Shown.Sample(bins, new Steps(places, cumulative), values.length, part);
    }

    private static double at(Scale scale, double low, double high, double part) {
        return scale == Scale.LINEAR ? low + (high - low) * part : low * Math.pow(high / low, part);
    }

    /// In shares: as the drawn height is that of a bin, the area is the mean height times the bins.
    private static double area(Density density) {
        return Arrays.stream(density.shares()).average().orElseThrow() * BINS;
    }

    private static double[] twoHills() {
        return IntStream.range(0, 400)
                .mapToDouble(i ->
                        800 * Math.exp(0.35 * normalQuantile((i + 0.5) / 400))
                                + (i < 320 ? 0 : 1_200))
                .toArray();
    }

    /// By bisection of the error function's series, slow and sure.
    private static double normalQuantile(double share) {
        double low = -6;
        double high = 6;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (normal(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double normal(double z) {
        double term = z;
        double sum = z;
        for (int k = 1; k < 200; k++) {
            term *= z * z / (2 * k + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static void assertAgrees(Scale scale, double low, double high, double[] reference) {
        Density density = Density.of(sample(twoHills(), scale, low, high, 1), scale);
        double bin = (scale == Scale.LINEAR ? high - low : Math.log(high / low)) / BINS;
        double most = Arrays.stream(reference).max().orElseThrow();
        for (int i = 0; i < AT.length; i++) {
            double wanted = AT[i];
            double found =
                    IntStream.range(0, density.values().length)
                            .boxed()
                            .min((one, other) ->
                                    Double.compare(
                                            Math.abs(density.values()[one] - wanted),
                                            Math.abs(density.values()[other] - wanted)))
                            .map(nearest -> density.shares()[nearest] / bin)
                            .orElseThrow();
            assertThat(found)
                    .as("%s at %s", scale, wanted)
                    .isCloseTo(reference[i], within(0.02 * most));
        }
    }

    @Test
    void agreesWithAnotherKernelEstimateOnBothScales() {
        assertAgrees(Scale.LINEAR, 0, 5_000, LINEAR);
        assertAgrees(Scale.LOGARITHMIC, 100, 8_000, LOGARITHMIC);
    }

    @Test
    void itsAreaIsThePartInsideTheAxis() {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int count = 1 + random.nextInt(2_000);
            double spread = 0.05 + random.nextDouble();
            double[] values =
                    random.doubles(count)
                            .map(_ -> 900 * Math.exp(spread * random.nextGaussian()))
                            .toArray();
            Scale scale = round % 2 == 0 ? Scale.LINEAR : Scale.LOGARITHMIC;
            double low = scale == Scale.LINEAR ? 0 : 300;
            double high = 1_000 + random.nextInt(4_000);
            double inside =
                    (double) Arrays.stream(values).filter(v -> v > low && v <= high).count()
                            / count;
            assertThat(area(Density.of(sample(values, scale, low, high, 1), scale)))
                    .as("round %d", round)
                    .isCloseTo(inside, within(0.01));
        }
    }

    @Test
    void zerosAreInsideALinearAxis() {
        double[] shifts = new double[1_000];
        Arrays.setAll(shifts, i -> i < 700 ? 0 : (i - 700) / 1_000.0);
        Density density = Density.of(sample(shifts, Scale.LINEAR, 0, 0.4, 1), Scale.LINEAR);
        assertThat(area(density)).isCloseTo(1, within(0.01));
        assertThat(density.highest()).isEqualTo(density.shares()[0]);
    }

    @Test
    void aPickedPartIsDrawnInItsProportion() {
        Density all = Density.of(sample(twoHills(), Scale.LINEAR, 0, 5_000, 1), Scale.LINEAR);
        Density part = Density.of(sample(twoHills(), Scale.LINEAR, 0, 5_000, 0.3), Scale.LINEAR);
        assertThat(area(part)).isCloseTo(0.3 * area(all), within(1e-9));
        assertThat(part.highest()).isCloseTo(0.3 * all.highest(), within(1e-9));
    }

    @Test
    void aSingleValueAndNoneAreDrawnWithoutNonsense() {
        Density one =
                Density.of(sample(new double[] {700}, Scale.LINEAR, 0, 1_000, 1), Scale.LINEAR);
        assertThat(area(one)).isCloseTo(1, within(1e-9));
        Density none =
                Density.of(sample(new double[] {7_000}, Scale.LINEAR, 0, 1_000, 1), Scale.LINEAR);
        assertThat(none.highest()).isZero();
    }
}
