package dev.parallax.statistics;

/// How much more frequent something is among some views than among others: the ratio of two shares,
/// with an interval on the log scale that honours clusters.
///
/// With y of p picked views having it, and x of n compared ones, the lift is (y/p) / (x/n). Its
/// logarithm is linearised: cluster i contributes uᵢ = yᵢ/y − pᵢ/p − xᵢ/x + nᵢ/n, and the variance
/// is k / (k − 1) · Σ uᵢ² (Woodruff 1971, as in [SessionSums]). The picked ones may be among the
/// compared or not. If they are not, and every view is a cluster, it is the interval of Katz et al.
/// 1978 (*Obtaining confidence intervals for the risk ratio in cohort studies*, Biometrics 34,
/// 469–474): variance 1/y − 1/p + 1/x − 1/n, but for k / (k − 1) and Student's t.
///
/// Where fewer than [#FEWEST_CLUSTERS] clusters of the picked have it, the spread cannot be told
/// from them: then Wilson's interval of the picked share is taken over the compared share, for as
/// many trials as the picked views are worth by the design effect of the compared share.
public final class ClusterLift {
    static final int FEWEST_CLUSTERS = 5;

    private ClusterLift() {}

    /// Example: 30 of 100 picked independent views are from X, but 20 of 200 others: the lift is 3,
    /// the error of its logarithm √(1/30 − 1/100 + 1/20 − 1/200) = 0.261, the interval 1.8 to 5.0.
    ///
    /// @param picked what each cluster has that is picked, and of that what has it
    /// @param pickedViews the effective number of picked views
    /// @param compared the same of those compared with; some have it
    /// @param comparedViews the effective number of compared views
    /// @throws IllegalArgumentException if none of the compared has it
    public static Lift of(
            ClusterTotals picked,
            double pickedViews,
            ClusterTotals compared,
            double comparedViews) {
        if (!(compared.part() > 0)) {
            throw new IllegalArgumentException("none of the compared has it");
        }
        double lift = picked.ratio() / compared.ratio();
        int contributing = picked.contributing();
        Interval interval =
                contributing < FEWEST_CLUSTERS
                        ? ofFew(picked, pickedViews, compared, comparedViews)
                        : ClusterTotals.around(
                                lift, Math.sqrt(variance(picked, compared)), contributing);
        return new Lift(lift, interval);
    }

    /// The ratio of two shares and its 95 % interval.
    public record Lift(double value, Interval interval) {}

    private static double variance(ClusterTotals picked, ClusterTotals compared) {
        int used = 0;
        double squares = 0;
        for (int i = 0; i < picked.clusters(); i++) {
            double part =
                    picked.partOf(i) / picked.part()
                            - picked.wholeOf(i) / picked.whole()
                            - compared.partOf(i) / compared.part()
                            + compared.wholeOf(i) / compared.whole();
            squares += part * part;
            used += picked.wholeOf(i) > 0 || compared.wholeOf(i) > 0 ? 1 : 0;
        }
        return squares * used / (used - 1);
    }

    private static Interval ofFew(
            ClusterTotals picked,
            double pickedViews,
            ClusterTotals compared,
            double comparedViews) {
        double worth = compared.trials(comparedViews) / comparedViews;
        Interval share =
                new FieldShare(
                                picked.ratio(),
                                pickedViews * worth,
                                IntervalMethod.LINEARISED_SESSIONS)
                        .wilson();
        return new Interval(
                Math.max(0, share.low()) / compared.ratio(), share.high() / compared.ratio());
    }
}
