package dev.parallax.ui.checks.run;

import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The moments of an iteration that stand as lines over its waterfall.
///
/// @param list in order of pages
record Moments(List<Moment> list) {
    static final Moments NONE = new Moments(List.of());

    /// One moment.
    ///
    /// @param metric that is counted up to it; empty for the start of a page
    /// @param name of the metric, or of the page
    /// @param millis from the start of the iteration
    record Moment(Optional<Metric> metric, String name, double millis) {

        /// The colour.
        String styleClass() {
            return metric.map(known ->
                            switch (known) {
                                case FCP -> "moment-fcp";
                                case LCP -> "moment-lcp";
                                default -> "moment-load";
                            })
                    .orElse("moment-page");
        }
    }

    Moments {
        list = List.copyOf(list);
    }

    static Moments of(Iteration iteration) {
        var moments = new ArrayList<Moment>();
        for (PageResult page : iteration.pages()) {
            page.timing()
                    .ifPresent(timing ->
                            moments.add(
                                    new Moment(
                                            Optional.empty(), page.page(), timing.startMillis())));
            page.moments()
                    .forEach((metric, millis) -> {
                        if (metric == Metric.FCP || metric == Metric.LCP || metric == Metric.LOAD) {
                            moments.add(
                                    new Moment(Optional.of(metric), metric.shortName(), millis));
                        }
                    });
        }
        return new Moments(moments);
    }

    /// The last of them; 0 if there is none.
    double end() {
        return list.stream().mapToDouble(Moment::millis).max().orElse(0);
    }
}
