package dev.parallax.measure;

import dev.parallax.metric.Metric;
import dev.parallax.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether the iterations of a run agree on one metric of one page.
///
/// The robust coefficient of variation is 1.4826 · MAD / median: the median absolute deviation,
/// scaled to the standard deviation of a normal distribution (Rousseeuw & Croux 1993, section 1),
/// over the median. One wild iteration in five does not move it.
///
/// Example: LCP of 400, 410, 420, 430 and 2,000 ms: median 420, deviations 20, 10, 0, 10, 1,580,
/// their median 10, so 14.8 / 420 = 3.5 %: they agree.
///
/// It misleads where more than half of the values are equal (it is 0 then), as paint times in steps
/// of a frame may be.
///
/// @param page the page
/// @param metric the metric
/// @param runs how many iterations have a value
/// @param median of the values, in the metric's unit
/// @param robustCv 0.035 for 3.5 %
public record Agreement(String page, Metric metric, int runs, double median, double robustCv) {
    /// Above this iterations do not agree: with it 20 runs still show a change of 10 %.
    public static final double MOST = 0.10;

    private static final double NORMAL_SCALE = 1.4826;

    /// Two paints may fall into different frames of 60 a second though nothing differs.
    private static final double FRAME_MILLIS = 1000.0 / 60;

    private static final int FEWEST = 3;

    /// How the iterations of a run agree on each moment of each page's loading; pages and metrics
    /// with fewer than three values are left out, and so are repeat views where first views are
    /// measured.
    public static List<Agreement> of(Run run) {
        List<PageResult> pages =
                run.mainIterations().stream()
                        .filter(iteration -> iteration.failure().isEmpty())
                        .flatMap(iteration -> iteration.pages().stream())
                        .toList();
        Set<String> names = new LinkedHashSet<>();
        pages.forEach(page -> names.add(page.page()));
        var agreements = new ArrayList<Agreement>();
        for (String name : names) {
            for (Metric metric : PageResult.MOMENTS) {
                double[] values =
                        pages.stream()
                                .filter(page -> page.page().equals(name))
                                .flatMap(page -> page.metrics().entrySet().stream())
                                .filter(value -> value.getKey() == metric)
                                .mapToDouble(value -> value.getValue())
                                .toArray();
                if (values.length >= FEWEST) {
                    agreements.add(of(name, metric, values));
                }
            }
        }
        return agreements;
    }

    static Agreement of(String page, Metric metric, double... values) {
        double median = Quantiles.median(values);
        double[] away = Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
        double spread = NORMAL_SCALE * Quantiles.median(away);
        return new Agreement(
                page, metric, values.length, median, median == 0 ? 0 : spread / median);
    }

    /// True if they agree: the robust coefficient of variation is at most 10 %, or the spread is
    /// within one frame of a screen.
    public boolean agrees() {
        return robustCv <= MOST || robustCv * median <= FRAME_MILLIS;
    }
}
