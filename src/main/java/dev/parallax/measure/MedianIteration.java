package dev.parallax.measure;

import dev.parallax.metric.Metric;
import dev.parallax.statistics.Quantiles;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the iteration that stands for a run: the one whose moments lie nearest to the medians of
/// all, pages and metrics taken together. Its waterfall and filmstrip are the ones to look at.
///
/// Nearness is the sum of |value − median| / median over the pages and the moments of their
/// loading; of two as near the earlier is taken. Failed iterations do not count.
final class MedianIteration {
    private record Place(String page, Metric metric) {}

    private MedianIteration() {}

    static Optional<Iteration> of(List<Iteration> iterations) {
        List<Iteration> good =
                iterations.stream().filter(iteration -> iteration.failure().isEmpty()).toList();
        Map<Place, Double> medians = new HashMap<>();
        good.stream()
                .flatMap(iteration -> values(iteration).keySet().stream())
                .distinct()
                .forEach(place -> medians.put(place, median(good, place)));
        return good.stream().min(Comparator.comparingDouble(each -> distance(each, medians)));
    }

    private static double median(List<Iteration> good, Place place) {
        return Quantiles.median(
                good.stream()
                        .map(MedianIteration::values)
                        .filter(values -> values.containsKey(place))
                        .mapToDouble(values -> values.getOrDefault(place, Double.NaN))
                        .toArray());
    }

    private static Map<Place, Double> values(Iteration iteration) {
        var values = new HashMap<Place, Double>();
        for (PageResult page : iteration.pages()) {
            for (Metric metric : PageResult.MOMENTS) {
                Double value = page.metrics().get(metric);
                if (value != null) {
                    values.putIfAbsent(new Place(page.page(), metric), value);
                }
            }
        }
        return values;
    }

    private static double distance(Iteration iteration, Map<Place, Double> medians) {
        Map<Place, Double> values = values(iteration);
        double distance = 0;
        for (var median : medians.entrySet()) {
            double value = values.getOrDefault(median.getKey(), Double.NaN);
            if (Double.isNaN(value)) {
                distance++; // a moment that is missing is as far away as one of twice the time
            } else if (median.getValue() > 0) {
                distance += Math.abs(value - median.getValue()) / median.getValue();
            }
        }
        return distance;
    }
}
