package dev.parallax.ui.chart;

import java.util.Arrays;

/// A smooth picture of a distribution: a Gaussian kernel over its fine steps, on the scale that is
/// drawn, as wide as Silverman's rule of thumb says. Heights are those of the bars of the same
/// sample, so that both can stand on one axis.
///
/// @param values where the density is known, ascending, in the metric's unit
/// @param shares the share of a bin of the sample's bars there, 0 to 1
/// @see <a href="https://doi.org/10.1201/9781315140919">Silverman, Density Estimation for
///   Statistics and Data Analysis, 1986, equation 3.31 and section 2.10 (reflection)</a>
@SuppressWarnings("ArrayRecordComponent") // drawn and thrown away, compared by nobody
record Density(double[] values, double[] shares) {
    /// How many kernel widths to either side still count.
    private static final int REACH = 4;

    /// Of the steps' even spacing: what is narrower would show the steps themselves.
    private static final double NARROWEST = 1.5;

    /// Reads it off the steps, which are evenly spaced on the scale that is drawn.
    static Density of(Shown.Sample sample, Scale scale) {
        double[] at = sample.steps().values();
        double[] cumulative = sample.steps().shares();
        int cells = at.length - 1;
        double[] places = Arrays.stream(at).map(value -> place(value, scale)).toArray();
        double[] mass = new double[cells];
        for (int i = 0; i < cells; i++) {
            mass[i] = Math.max(0, cumulative[i + 1] - cumulative[i]);
        }
        if (scale == Scale.LINEAR && at[0] <= 0) {
            // no metric is below 0, so what is not above it is on the axis
            mass[0] += cumulative[0];
        }
        double total = Arrays.stream(mass).sum();
        double step = (places[cells] - places[0]) / cells;
        double width = total > 0 ? width(mass, total, step, sample.size()) : step;
        double[] middles = new double[cells];
        double[] shares = new double[cells];
        double[] kernel = kernel(width / step);
        double bin = (places[cells] - places[0]) / sample.bins().shares().length / step;
        int reach = kernel.length / 2;
        for (int i = 0; i < cells; i++) {
            double sum = 0;
            for (int k = -reach; k <= reach; k++) {
                sum += mass[mirrored(i + k, cells)] * kernel[k + reach];
            }
            middles[i] = value((places[i] + places[i + 1]) / 2, scale);
            shares[i] = sum * bin * sample.part();
        }
        return new Density(middles, shares);
    }

    /// What the kernel throws over an end of the axis falls back inside: the area stays what it is,
    /// and a heap of zeros keeps its height.
    private static int mirrored(int cell, int cells) {
        int turned = Math.floorMod(cell, 2 * cells);
        return turned < cells ? turned : 2 * cells - 1 - turned;
    }

    /// The kernel's width on the scale, by 0.9 · min(sd, IQR / 1.34) · n^(-1/5).
    private static double width(double[] mass, double total, double step, double size) {
        double mean = 0;
        double square = 0;
        double below = 0;
        double lower = 0;
        double upper = 0;
        for (int i = 0; i < mass.length; i++) {
            double share = mass[i] / total;
            mean += share * i;
            square += share * i * i;
            below += share;
            lower = below <= 0.25 ? i : lower;
            upper = below <= 0.75 ? i : upper;
        }
        double deviation = Math.sqrt(Math.max(0, square - mean * mean));
        double quartiles = (upper - lower) / 1.34;
        double spread = quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
        double steps = 0.9 * spread * Math.pow(Math.max(1, size), -0.2);
        return step * Math.max(NARROWEST, steps);
    }

    private static double[] kernel(double steps) {
        int reach = (int) Math.ceil(REACH * steps);
        var kernel = new double[2 * reach + 1];
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = Math.exp(-0.5 * k * k / (steps * steps));
        }
        double sum = Arrays.stream(kernel).sum();
        return Arrays.stream(kernel).map(part -> part / sum).toArray();
    }

    private static double place(double value, Scale scale) {
        return scale == Scale.LOGARITHMIC ? Math.log(value) : value;
    }

    private static double value(double place, Scale scale) {
        return scale == Scale.LOGARITHMIC ? Math.exp(place) : place;
    }

    /// The tallest place, a share.
    double highest() {
        return Arrays.stream(shares).max().orElse(0);
    }
}
