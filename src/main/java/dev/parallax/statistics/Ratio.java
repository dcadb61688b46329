package dev.parallax.statistics;

import java.util.Optional;

/// How many times the field's quantile the lab's median is; below 1 the lab is faster.
///
/// @param interval the 95 % interval, which joins both sides
public record Ratio(double value, Interval interval) {

    /// Divides the median of independent runs by a quantile of the field.
    ///
    /// The limits are found on the log scale from those of both sides, by recovery of the variances
    /// (Zou & Donner 2008, *Construction of confidence limits about effect measures*, Statistics in
    /// Medicine 27, 1693–1702): with the logs a in (l, u) and b in (m, v), a − b goes from a − b −
    /// √((a − l)² + (v − b)²) to a − b + √((u − a)² + (b − m)²). Those of the lab are interpolated
    /// order statistics: with the plain ones the interval covers more than 98 % at 6 runs. Example:
    /// 1,000 ms (800–1,250) over 2,000 ms (1,600–2,500) is 0.5 (0.36–0.69).
    ///
    /// @param runs in the unit of `fieldQuantile`
    /// @return nothing with fewer runs than [Placement#SMALLEST_RUNS], or when a run, the quantile
    ///   or a limit of it is not above 0: a ratio then says nothing
    public static Optional<Ratio> of(double[] runs, Estimate fieldQuantile) {
        if (runs.length < Placement.SMALLEST_RUNS || fieldQuantile.interval().low() <= 0) {
            return Optional.empty();
        }
        if (Quantiles.sorted(runs)[0] <= 0) {
            return Optional.empty();
        }
        return OrderStatistics.median(runs)
                .map(lab -> joined(Quantiles.median(runs), lab, fieldQuantile));
    }

    private static Ratio joined(double median, Interval lab, Estimate field) {
        double ratio = median / field.value();
        double down =
                Math.hypot(
                        Math.log(median / lab.low()),
                        Math.log(field.interval().high() / field.value()));
        double up =
                Math.hypot(
                        Math.log(lab.high() / median),
                        Math.log(field.value() / field.interval().low()));
        return new Ratio(ratio, new Interval(ratio * Math.exp(-down), ratio * Math.exp(up)));
    }
}
