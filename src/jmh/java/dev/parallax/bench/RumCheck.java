package dev.parallax.bench;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.statistics.Distribution;
import dev.parallax.store.PageViewStore;
import dev.parallax.store.Workspace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Asks what we have stored and what DuckDB has stored for the same numbers: rows, and of each
/// metric the count, the sum and five quantiles.
final class RumCheck {
    private static final double[] QUANTILES = {0.10, 0.50, 0.75, 0.95, 0.99};

    private RumCheck() {}

    static void print(Path ours, Path ducks) throws SQLException {
        BenchTable.title("the same numbers?", "ours", "DuckDB", "");
        try (Workspace workspace = Workspace.open(ours, InstantSource.system());
                DuckDb duck = DuckDb.open(ducks)) {
            PageViewStore store = workspace.pageViews();
            PageViews views = store.open(store.get("bench"));
            compare(
                    "rows",
                    List.of((double) views.dataset().pageViews()),
                    duck.numbers("SELECT count(*) FROM v"));
            for (Metric metric : Metric.all()) {
                compare(metric.key(), ours(views, metric), theirs(duck, metric));
            }
        }
    }

    private static List<Double> ours(PageViews views, Metric metric) {
        Distribution all = views.distribution(metric, views.select(Segment.ALL));
        double sum = 0;
        for (int value = 0; value <= all.quantile(1); value++) {
            sum += value * all.weightAt(value);
        }
        var numbers = new ArrayList<>(List.of((double) all.count(), sum));
        for (double q : QUANTILES) {
            numbers.add(metric.fromFixed(all.quantile(q)));
        }
        return numbers;
    }

    private static List<Double> theirs(DuckDb duck, Metric metric) throws SQLException {
        int scale = metric.unit() == Unit.NONE ? Unit.NONE.scale() : Unit.MILLISECONDS.scale();
        var numbers =
                new ArrayList<>(
                        duck.numbers(
                                "SELECT count(%1$s), sum(CAST(round(%1$s * %2$d) AS BIGINT)) FROM v"
                                        .formatted(metric.key(), scale)));
        for (double q : QUANTILES) {
            numbers.addAll(
                    duck.numbers("SELECT quantile_cont(%s, %s) FROM v".formatted(metric.key(), q)));
        }
        return numbers;
    }

    private static void compare(String what, List<Double> ours, List<Double> theirs) {
        boolean same = ours.size() == theirs.size();
        for (int i = 0; same && i < ours.size(); i++) {
            same = Math.abs(ours.get(i) - theirs.get(i)) <= 1e-9 * Math.abs(ours.get(i)) + 1e-6;
        }
        if (same) {
            BenchTable.row(what + ": " + ours.size() + " numbers", "equal");
        } else {
            BenchTable.row(what, ours, theirs, "DIFFERENT");
        }
    }
}
