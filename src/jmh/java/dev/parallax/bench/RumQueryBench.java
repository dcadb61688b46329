package dev.parallax.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.LogBins;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RepeatedPageViews;
import dev.parallax.rum.RowOrder;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.TimeIndex;
import dev.parallax.rum.TimeWindow;
import dev.parallax.statistics.Distribution;
import dev.parallax.store.PageViewStore;
import dev.parallax.store.Workspace;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// What questions cost once a data set is open and warm, DuckDB asked the same in turns with us:
/// filters on three dimensions, exact quantiles with a histogram, and what the screen of real users
/// asks. Medians, least and mean CPU in milliseconds: on a machine that does other things, CPU is
/// the steadiest.
///
/// Arguments: rows (10000000); how often they are repeated in memory for the questions at the end
/// (5). Needs 2 GB of heap for 50 million rows. Uses the files of [RumImportBench], or makes them.
public final class RumQueryBench {
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final int WARM_UP = 30;
    private static final int TURNS = 21;
    private static final int POINTS = 1_024;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final double[] QUANTILES = {0.10, 0.50, 0.75, 0.95, 0.99};
    private static final Segment THREE =
            Segment.ALL
                    .with(Dimension.DEVICE, Set.of("mobile"))
                    .with(Dimension.COUNTRY, Set.of("AA"))
                    .with(Dimension.CONNECTION, Set.of("4g"));
    private static final String WHERE_THREE =
            " WHERE device = 'mobile' AND country = 'AA' AND connection = '4g'";
    private static final Instant DAY_TEN = Instant.parse("2026-10-11T00:00:00Z");
    private static final Instant DAY_TWENTY = Instant.parse("2026-10-21T00:00:00Z");
    private static final Segment TEN_DAYS = THREE.withWindow(new TimeWindow(DAY_TEN, DAY_TWENTY));
    private static final String WHERE_TEN_DAYS =
            WHERE_THREE
                    + " AND timestamp >= TIMESTAMP '2026-10-11' AND timestamp < TIMESTAMP '2026-10-21'";

    private static final long LONGEST_NANOS = 3_000_000_000L;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final PageViews views;
    private final double[] edges = LogBins.edges();
    private final double[] bins = new double[LogBins.COUNT];

    private RumQueryBench(PageViews views) {
        this.views = views;
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path export = RumFile.in(FOLDER, RumFile.Form.CSV, rows);
        Path stored = FOLDER.resolve(export.getFileName() + ".parallax");
        Path ducks = FOLDER.resolve(export.getFileName() + ".duckdb");
        if (!Files.exists(stored) || !Files.exists(ducks)) {
            RumImportBench.main(new String[] {Integer.toString(rows), "1", "0"});
        }
        try (Workspace workspace = Workspace.open(stored, InstantSource.system());
                DuckDb duck = DuckDb.open(ducks)) {
            PageViewStore store = workspace.pageViews();
            PageViews views = store.open(store.get("bench"));
            new RumQueryBench(views).besideDuckDb(duck);
            new RumQueryBench(views).alone("%,d rows".formatted(rows));
            if (times > 1) {
                PageViews many = RepeatedPageViews.of(views, times);
                new RumQueryBench(many).alone("%,d rows".formatted(many.dataset().rows()));
            }
        }
    }

    private void besideDuckDb(DuckDb duck) throws Exception {
        BenchTable.title(
                "%,d rows, in turns with DuckDB (2 threads)".formatted(views.dataset().rows()),
                "rows that pass",
                "ours ms",
                "least",
                "CPU",
                "DuckDB ms",
                "least",
                "CPU",
                "times faster");
        beside("three dimensions: 5 quantiles, 512 bins", THREE, duck, WHERE_THREE);
        beside("three dimensions, 10 of 30 days: the same", TEN_DAYS, duck, WHERE_TEN_DAYS);
        beside("everything: the same", Segment.ALL, duck, "");
    }

    private void beside(String what, Segment segment, DuckDb duck, String where) throws Exception {
        String and = where.isEmpty() ? " WHERE" : where + " AND";
        String quantiles =
                "SELECT unnest(quantile_cont(lcp, [0.1, 0.5, 0.75, 0.95, 0.99])) FROM v" + where;
        String counts =
                """
                SELECT count(*)
                  FROM v %s lcp IS NOT NULL
                 GROUP BY CAST(floor(32 * log2(greatest(lcp, 1.6) / 1.6)) AS INTEGER)
                """
                        .formatted(and);
        Callable<Object> ours = () -> answer(segment);
        Callable<Object> theirs = () -> List.of(duck.numbers(quantiles), duck.numbers(counts));
        for (int i = 0; i < WARM_UP; i++) {
            ours.call();
        }
        theirs.call();
        var our = new Took();
        var their = new Took();
        var faster = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            faster[turn] = 1 / our.add(ours) * their.add(theirs);
        }
        BenchTable.row(
                what,
                "%,d".formatted(views.selectAnew(segment).count()),
                our.median(),
                our.least(),
                our.cpu(),
                their.median(),
                their.least(),
                their.cpu(),
                BenchTable.median(faster));
        same(segment, duck.numbers(quantiles));
    }

    private void same(Segment segment, List<Double> theirs) {
        Distribution ours = views.distribution(Metric.LCP, views.selectAnew(segment));
        for (int i = 0; i < QUANTILES.length; i++) {
            double our = Metric.LCP.fromFixed(ours.quantile(QUANTILES[i]));
            if (Math.abs(our - theirs.get(i)) > 1e-6) {
                BenchTable.row("    DIFFERENT at " + QUANTILES[i], our, theirs.get(i));
            }
        }
    }

    private Object answer(Segment segment) {
        Distribution distribution = views.distribution(Metric.LCP, views.selectAnew(segment));
        double sum = 0;
        for (double q : QUANTILES) {
            sum += distribution.quantile(q);
        }
        distribution.bins(edges, bins);
        return sum + bins[0];
    }

    private void alone(String title) throws Exception {
        System.gc();
        BenchTable.title(title + ", by ourselves", "first ms", "ms", "least", "CPU");
        Selection all = views.selectAnew(Segment.ALL);
        Selection three = views.select(THREE);
        TimeWindow range = views.range().orElseThrow();
        time("three dimensions: 5 quantiles, 512 bins", () -> answer(THREE));
        time("three dimensions, 10 of 30 days: the same", () -> answer(TEN_DAYS));
        time("one dimension of 60 % : the same", () -> answer(mobile()));
        time("everything: the same", () -> answer(Segment.ALL));
        time("three dimensions: selected only", () -> views.select(THREE));
        time("everything: 512 bins only", () -> views.bins(Metric.LCP, all, Progress.NONE));
        time(
                "everything: INP, a third missing, 512 bins",
                () -> views.bins(Metric.INP, all, Progress.NONE));
        time("slider index of three dimensions", () -> index(three, range));
        time("slider index of everything", () -> index(all, range));
        TimeIndex index = index(all, range);
        time(
                "slider drag from the index",
                () -> {
                    index.bins(300, 700, bins);
                    return index.roughQuantile(0.75, 300, 700);
                });
        time(
                "time series with bands, everything",
                () -> views.series(Metric.LCP, all, range, ZONE, Progress.NONE));
        time(
                "time series with bands, three dimensions",
                () -> views.series(Metric.LCP, three, range, ZONE, Progress.NONE));
        time(
                "hours of the week, everything",
                () -> views.week(Metric.LCP, all, ZONE, Progress.NONE));
        time(
                "rows sorted by LCP",
                () -> sort(all, RowOrder.by(Metric.LCP, RowOrder.Direction.DESCENDING)));
        time(
                "rows sorted by time",
                () -> sort(all, RowOrder.byTime(RowOrder.Direction.DESCENDING)));
        time(
                "rows of three dimensions sorted by LCP",
                () -> sort(three, RowOrder.by(Metric.LCP, RowOrder.Direction.DESCENDING)));
        int[] sorted = (int[]) sort(all, RowOrder.by(Metric.LCP, RowOrder.Direction.DESCENDING));
        time(
                "50 rows for the table, far apart",
                () -> {
                    for (int i = 0; i < 50; i++) {
                        views.row(sorted[i]);
                    }
                    return sorted;
                });
        time("pages with p75", () -> views.summarize(Metric.LCP, all));
        once("facts for the certificate", () -> views.facts(ZONE, Progress.NONE));
        once("rows that are the same", () -> views.duplicates(Progress.NONE));
        BenchTable.say(
                "heap in use: %,d MB"
                        .formatted(
                                (Runtime.getRuntime().totalMemory()
                                                - Runtime.getRuntime().freeMemory())
                                        >> 20));
    }

    private static Segment mobile() {
        return Segment.ALL.with(Dimension.DEVICE, Set.of("mobile"));
    }

    private TimeIndex index(Selection selection, TimeWindow range) {
        return views.timeIndex(Metric.LCP, selection, range, POINTS, Progress.NONE);
    }

    private Object sort(Selection selection, RowOrder order) {
        return views.sort(selection, order, Progress.NONE);
    }

    private static void time(String what, Callable<Object> question) throws Exception {
        double first = millis(question);
        var took = new Took();
        long begin = System.nanoTime();
        // long ones are not asked as often
        while (took.turns < TURNS
                && (took.turns < 3 || System.nanoTime() - begin < LONGEST_NANOS)) {
            took.add(question);
        }
        BenchTable.row(what, first, took.median(), took.least(), took.cpu());
    }

    private static void once(String what, Callable<Object> question) throws Exception {
        var took = new Took();
        took.add(question);
        BenchTable.row(what, took.median(), "", "", took.cpu());
    }

    /// How long some turns took, on the clock and of both processors together.
    private static final class Took {
        private final double[] millis = new double[TURNS];
        private double cpuMillis;
        private int turns;

        double add(Callable<Object> question) throws Exception {
            long cpu = MACHINE.getProcessCpuTime();
            millis[turns] = RumQueryBench.millis(question);
            cpuMillis += (MACHINE.getProcessCpuTime() - cpu) / 1e6;
            return millis[turns++];
        }

        double median() {
            return BenchTable.median(Arrays.copyOf(millis, turns));
        }

        double least() {
            return Arrays.stream(millis, 0, turns).min().orElse(Double.NaN);
        }

        double cpu() {
            return cpuMillis / turns;
        }
    }

    private static double millis(Callable<Object> question) throws Exception {
        long begin = System.nanoTime();
        Object answer = question.call();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (answer == null) {
            throw new IllegalStateException("no answer");
        }
        return millis;
    }
}
