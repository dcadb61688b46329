package dev.parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The humps of a distribution of positive values on a logarithmic scale: two, say, where some page
/// views come from a cache and others do not.
///
/// The density is that of a Gaussian kernel with Silverman's bandwidth, 0.9 · min(s, IQR / 1.34) ·
/// n^(−1/5) (Silverman 1986, *Density Estimation for Statistics and Data Analysis*, eq. 3.31), of
/// the logarithms. Each value is spread over half the way to its nearest neighbour on either side,
/// so that values which were rounded to 100 ms are not a hump every 100 ms. Two peaks are two humps
/// only if the valley between them lies below the lower one by 2.5 standard errors of their
/// difference, f · R / (n · h) being the variance of the density f (ibid., §3.3; R = 1 / (2√π)),
/// and by a tenth of the lower peak; and if each holds at least a twentieth of the weight.
///
/// Simulated with log-normal values, which have one hump, 200 to 100,000 at a time, it finds a
/// second one in fewer than 1 of 100 samples. It misses what hides: humps closer than about three
/// of their standard deviations, and those of a few dozen values.
public final class Humps {

    /// Fewer values have no humps worth telling.
    public static final int SMALLEST_SAMPLE = 20;

    private static final int GRID = 512;
    private static final double SQUARED_KERNEL = 0.28209479177387814;
    private static final double STANDARD_ERRORS = 2.5;
    private static final double SHALLOWEST = 0.1;
    private static final double SMALLEST_SHARE = 0.05;

    private final Distribution distribution;
    private final double effective;
    private double first;
    private double step;
    private double width;

    /// One hump.
    ///
    /// @param at its peak, in the unit of the distribution
    /// @param share of the weight between its two valleys, 0 to 1
    public record Hump(double at, double share) {}

    private Humps(Distribution distribution, double effective) {
        this.distribution = distribution;
        this.effective = effective;
    }

    /// The humps, from the lowest; none if there are too few values or all are alike. Values of 0
    /// have no logarithm and are left out of the search, not of the shares.
    public static List<Hump> of(ClusteredSample sample) {
        Distribution distribution = sample.distribution();
        double effective = distribution.effectiveCount();
        // views of one session lie together, and many of one session would look like a hump
        double independent =
                sample.sessions() == 0 ? effective : Math.min(effective, sample.sessions());
        return new Humps(distribution, independent).find();
    }

    private List<Hump> find() {
        if (effective < SMALLEST_SAMPLE || distribution.quantile(1) < 1) {
            return List.of();
        }
        double[] density = density();
        return density.length == 0 ? List.of() : humps(density);
    }

    private double[] density() {
        var values = new Values();
        distribution.forEach(values);
        double bandwidth = values.bandwidth(effective);
        if (!(bandwidth > 0)) {
            return new double[0];
        }
        width = bandwidth;
        first = Math.log(values.at(0)) - 3 * width;
        step = (Math.log(values.at(values.size - 1)) + 3 * width - first) / GRID;
        return smooth(values.onGrid());
    }

    /// The convolution of the mass on the grid with the kernel.
    private double[] smooth(double[] mass) {
        int reach = (int) Math.ceil(5 * width / step);
        double[] kernel = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            double distance = i * step / width;
            kernel[i] = Math.exp(-distance * distance / 2) / (width * Math.sqrt(2 * Math.PI));
        }
        double[] density = new double[GRID];
        for (int from = 0; from < GRID; from++) {
            if (mass[from] > 0) {
                int end = Math.min(GRID - 1, from + reach);
                for (int to = Math.max(0, from - reach); to <= end; to++) {
                    density[to] += mass[from] * kernel[Math.abs(to - from)];
                }
            }
        }
        return density;
    }

    /// Peaks that stand out, each with what lies between its valleys. Whenever a valley is too
    /// shallow, the lower of its two peaks is dropped, the shallowest first.
    private List<Hump> humps(double[] density) {
        List<Integer> peaks = new ArrayList<>();
        for (int i = 0; i < GRID; i++) {
            double before = i == 0 ? 0 : density[i - 1];
            double after = i == GRID - 1 ? 0 : density[i + 1];
            if (density[i] > before && density[i] >= after) {
                peaks.add(i);
            }
        }
        while (peaks.size() > 1) {
            int weakest = weakest(density, peaks);
            if (weakest < 0) {
                break;
            }
            peaks.subList(weakest, weakest + 1).clear();
        }
        double[] shares = shares(density, peaks);
        List<Hump> humps = new ArrayList<>();
        for (int i = 0; i < peaks.size(); i++) {
            humps.add(new Hump(value(peaks.get(i)), shares[i]));
        }
        return humps;
    }

    /// The peak to be dropped next, or −1 if all stand out.
    private int weakest(double[] density, List<Integer> peaks) {
        int weakest = -1;
        double least = 1;
        double[] shares = shares(density, peaks);
        for (int i = 0; i + 1 < peaks.size(); i++) {
            double low = density[valley(density, peaks.get(i), peaks.get(i + 1))];
            double left = density[peaks.get(i)];
            double right = density[peaks.get(i + 1)];
            double peak = Math.min(left, right);
            double error = Math.sqrt((peak + low) * SQUARED_KERNEL / (effective * width));
            double strength =
                    Math.min(
                            (peak - low) / (STANDARD_ERRORS * error),
                            (peak - low) / (SHALLOWEST * peak));
            if (strength < least) {
                least = strength;
                weakest = left < right ? i : i + 1;
            }
        }
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] / SMALLEST_SHARE < least) {
                least = shares[i] / SMALLEST_SHARE;
                weakest = i;
            }
        }
        return weakest;
    }

    private double[] shares(double[] density, List<Integer> peaks) {
        double total = distribution.totalWeight();
        double[] shares = new double[peaks.size()];
        double before = 0;
        for (int i = 0; i < shares.length; i++) {
            double after =
                    i + 1 == shares.length
                            ? 1
                            : distribution.weightBelow(
                                            value(valley(density, peaks.get(i), peaks.get(i + 1))))
                                    / total;
            shares[i] = after - before;
            before = after;
        }
        return shares;
    }

    private static int valley(double[] density, int from, int to) {
        int lowest = from;
        for (int i = from; i <= to; i++) {
            if (density[i] < density[lowest]) {
                lowest = i;
            }
        }
        return lowest;
    }

    private double value(int grid) {
        return Math.exp(first + (grid + 0.5) * step);
    }

    /// The distinct positive values, in ascending order, with their masses.
    private final class Values implements Distribution.Visitor {
        private int[] values = new int[1024];
        private double[] masses = new double[1024];
        private int size;
        private double total;

        @Override
        public void visit(int value, long mass) {
            if (value <= 0) {
                return;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
                masses = Arrays.copyOf(masses, 2 * size);
            }
            values[size] = value;
            masses[size] = mass;
            total += mass;
            size++;
        }

        int at(int index) {
            return values[index];
        }

        double bandwidth(double independent) {
            double mean = 0;
            for (int i = 0; i < size; i++) {
                mean += masses[i] / total * Math.log(values[i]);
            }
            double variance = 0;
            for (int i = 0; i < size; i++) {
                double distance = Math.log(values[i]) - mean;
                variance += masses[i] / total * distance * distance;
            }
            double deviation = Math.sqrt(variance);
            double spread = (logarithm(0.75) - logarithm(0.25)) / 1.34;
            double narrower = spread > 0 ? Math.min(deviation, spread) : deviation;
            return 0.9 * narrower * Math.pow(independent, -0.2);
        }

        private double logarithm(double share) {
            double reached = 0;
            for (int i = 0; i < size; i++) {
                reached += masses[i];
                if (reached >= share * total) {
                    return Math.log(values[i]);
                }
            }
            return Math.log(values[size - 1]);
        }

        /// The mass in each cell of the grid, each value spread evenly around itself.
        double[] onGrid() {
            double[] mass = new double[GRID];
            for (int i = 0; i < size; i++) {
                double before = i == 0 ? Double.MAX_VALUE : values[i] - (double) values[i - 1];
                double after =
                        i == size - 1 ? Double.MAX_VALUE : values[i + 1] - (double) values[i];
                double half = Math.min(Math.min(before, after), values[i]) / 2;
                spread(
                        Math.log(values[i] - half),
                        Math.log(values[i] + half),
                        masses[i] / total,
                        mass);
            }
            return mass;
        }

        private void spread(double low, double high, double share, double[] mass) {
            double from = Math.clamp((low - first) / step, 0, GRID - 1e-9);
            double to = Math.clamp((high - first) / step, 0, GRID - 1e-9);
            if ((int) from == (int) to) {
                mass[(int) from] += share;
                return;
            }
            double each = share / (to - from);
            mass[(int) from] += each * ((int) from + 1 - from);
            for (int cell = (int) from + 1; cell < (int) to; cell++) {
                mass[cell] += each;
            }
            mass[(int) to] += each * (to - (int) to);
        }
    }
}
