package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.rum.SmallPageViews.View;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Answers as a person with paper would find them.
final class BruteForce {
    private BruteForce() {}

    /// The quantile of a metric in its unit, or empty below the number of (effective) views that
    /// methods ask for.
    static OptionalDouble quantile(
            List<View> views, Metric metric, double q, int needs, Dataset dataset) {
        List<View> measured =
                views.stream()
                        .filter(view -> view.has(metric))
                        .sorted(Comparator.comparing(view -> view.metrics().get(metric)))
                        .toList();
        if (measured.isEmpty() || effective(measured) < needs - 1e-6) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                dataset.isWeighted() ? weighted(measured, metric, q) : type7(measured, metric, q));
    }

    private static double type7(List<View> sorted, Metric metric, double q) {
        double h = (sorted.size() - 1) * q;
        int rank = (int) h;
        int next = Math.min(rank + 1, sorted.size() - 1);
        double low = sorted.get(rank).metrics().get(metric);
        double high = sorted.get(next).metrics().get(metric);
        return metric.fromFixed(h == rank ? low : low + (h - rank) * (high - low));
    }

    private static double weighted(List<View> sorted, Metric metric, double q) {
        BigDecimal all =
                sorted.stream()
                        .map(view -> new BigDecimal(view.weight()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal wanted = all.multiply(BigDecimal.valueOf(q));
        BigDecimal reached = BigDecimal.ZERO;
        for (View view : sorted) {
            reached = reached.add(new BigDecimal(view.weight()));
            if (reached.compareTo(wanted) >= 0) {
                return metric.fromFixed(view.metrics().get(metric));
            }
        }
        throw new AssertionError();
    }

    static double effective(List<View> views) {
        double all = weight(views);
        double squares =
                views.stream().mapToDouble(view -> (double) view.weight() * view.weight()).sum();
        return all * all / squares;
    }

    static double weight(List<View> views) {
        return views.stream().mapToDouble(View::weight).sum();
    }
}
