package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the rows of a data set say about its quality, all rows taken together, those that do not
/// count included.
///
/// @param rows page views in the data set
/// @param weight the page views they stand for
/// @param effective Kish's effective number of rows, (Σw)² / Σw²; the rows where weights are equal
/// @param withoutTime rows whose time is not known
/// @param range from the first page view to just after the last; null if no row has a time
/// @param days the days on which there was a page view, in order
/// @param gaps the longest stretches without any page view, the longest first, at most [#MOST_GAPS]
/// @param gapCount how many such stretches there are
/// @param inGaps how long they are together
/// @param metrics what is known of each metric
/// @param missing per dimension the rows whose value is not known
/// @param withoutPage rows whose page is not known
/// @param withoutSession rows whose session is not known
/// @param withoutUser rows whose user is not known
/// @param withoutView rows that have no id of their own
/// @param exclusions how many rows do not count, by reason; those that do are not in it
public record QualityFacts(
        long rows,
        double weight,
        double effective,
        long withoutTime,
        @Nullable TimeWindow range,
        List<Day> days,
        List<Gap> gaps,
        long gapCount,
        Duration inGaps,
        Map<Metric, MetricFacts> metrics,
        Map<Dimension, Long> missing,
        long withoutPage,
        long withoutSession,
        long withoutUser,
        long withoutView,
        Map<Exclusion, Long> exclusions) {

    /// So many gaps are named; they are all counted.
    public static final int MOST_GAPS = 20;

    /// The page views of one day.
    ///
    /// @param day in the time zone that was asked for
    /// @param views rows
    public record Day(LocalDate day, long views) {}

    /// A stretch of time without a page view that is much longer than usual: at least ten minutes,
    /// and at least ten times as long as the longest one to be expected if views came evenly by
    /// chance, since at night there may be a tenth of the mean traffic. For n views whose mean
    /// distance is d, all distances are below d·(ln n + 7) in 999 of 1,000 cases (the distances are
    /// exponential; Pyke 1965, *Spacings*, Journal of the Royal Statistical Society B 27). So
    /// 200,000 views in thirty days have a gap from 41 minutes on, ten million one from ten.
    ///
    /// @param from when the last view before it began
    /// @param to when the first view after it began
    public record Gap(Instant from, Instant to) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /// What is known of one metric.
    ///
    /// @param missing rows that do not have it
    /// @param zeros rows in which it is 0
    /// @param smallest in the metric's unit; NaN if no row has it
    /// @param largest in the metric's unit; NaN if no row has it
    public record MetricFacts(long missing, long zeros, double smallest, double largest) {}

    public QualityFacts {
        days = List.copyOf(days);
        gaps = List.copyOf(gaps);
        metrics = Map.copyOf(metrics);
        missing = Map.copyOf(missing);
        exclusions = Map.copyOf(exclusions);
    }

    /// What looks wrong in the rows, a sentence each.
    ///
    /// @param now no page view can be later
    public List<String> suspicions(Instant now) {
        return Suspicions.of(this, now);
    }

    /// Views on a day that has any, on average; 0 if no row has a time.
    public double viewsADay() {
        return days.stream().mapToLong(Day::views).average().orElse(0);
    }
}
