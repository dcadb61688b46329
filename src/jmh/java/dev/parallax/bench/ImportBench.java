package dev.parallax.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.parallax.demo.SampleExport;
import dev.parallax.importer.ImportOptions;
import dev.parallax.importer.Importer;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.settings.PseudonymKey;
import dev.parallax.statistics.Distribution;
import dev.parallax.store.PageViewStore;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Imports a CSV file of a million page views (15 columns) into a workspace, in a process that may
/// use 512 MB of heap, three times; then holds five quantiles against a plain sort of the same
/// file.
///
/// The first import is the one a user waits for: the process is cold. Arguments: rows, if not a
/// million.
public final class ImportBench {
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final double[] QUANTILES = {0.10, 0.50, 0.75, 0.90, 0.99};
    private static final int LCP_COLUMN = 10;
    private static final int COLUMNS = 15;
    private static final List<String> IMPORTS = List.of("cold", "warm", "warmer");
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double BYTES_PER_MB = 1e6;

    private ImportBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2) {
            importInto(Path.of(args[0]), Path.of(args[1]));
            return;
        }
        int rows = args.length == 1 ? Integer.parseInt(args[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("import-bench");
        try {
            Path csv = folder.resolve("views.csv");
            new SampleExport(1, rows, END).writeCsv(csv);
            say("%,d rows, %.1f MB of CSV".formatted(rows, Files.size(csv) / BYTES_PER_MB));
            runWithSmallHeap(csv, folder.resolve("bench.parallax"));
        } finally {
            delete(folder);
        }
    }

    private static void runWithSmallHeap(Path csv, Path workspace)
            throws IOException, InterruptedException {
        var command =
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportBench.class.getName(),
                        csv.toString(),
                        workspace.toString());
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the import ended with exit code " + exit);
        }
    }

    private static void importInto(Path csv, Path file) throws IOException {
        long rows;
        try (Workspace workspace = Workspace.create(file, InstantSource.system())) {
            PageViewStore store = workspace.pageViews();
            for (String name : IMPORTS) {
                time(store, csv, name);
            }
            PageViews views = store.open(store.get("cold"));
            Distribution lcp = views.distribution(Metric.LCP, views.select(Segment.ALL));
            compare(lcp, csv);
            rows = views.dataset().pageViews();
        }
        say(
                "%.1f bytes a page view on the disk"
                        .formatted(Files.size(file) / (IMPORTS.size() * (double) rows)));
    }

    private static void time(PageViewStore store, Path csv, String name) {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long cpuStart = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        ImportReport report =
                new Importer(csv.resolveSibling("temporary"), () -> new PseudonymKey(1, 2))
                        .read(
                                List.of(csv),
                                ImportOptions.FIND_OUT,
                                store.create(name),
                                Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (MACHINE.getProcessCpuTime() - cpuStart) / 1e9;
        long peak = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        say(
                "%s: %.2f s (%.2f s of processor time), %,.0f rows/s, heap at most %.0f MB; read %,d, imported %,d, rejected %,d"
                        .formatted(
                                name,
                                seconds,
                                cpuSeconds,
                                report.record().read() / seconds,
                                peak / BYTES_PER_MB,
                                report.record().read(),
                                report.record().imported(),
                                report.record().rejectedCount()));
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static void compare(Distribution lcp, Path csv) throws IOException {
        double[] sorted = sortedLcp(csv);
        say(
                "LCP of %,d page views, stored and by a plain sort of the CSV:"
                        .formatted(sorted.length));
        boolean same = lcp.count() == sorted.length;
        for (double q : QUANTILES) {
            double stored = Metric.LCP.fromFixed(lcp.quantile(q));
            double plain = type7(sorted, q);
            same &= Math.abs(stored - plain) < 1e-6;
            say("  p%.0f  %.3f  %.3f".formatted(q * 100, stored, plain));
        }
        say(same ? "equal" : "DIFFERENT");
    }

    /// Cuts lines at commas outside quotes and knows which lines of the sample are broken.
    private static double[] sortedLcp(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv)) {
            return lines.skip(1)
                    .filter(line -> !line.startsWith("0000"))
                    .map(ImportBench::cells)
                    .filter(cells -> cells.size() == COLUMNS && !cells.get(LCP_COLUMN).isEmpty())
                    .mapToDouble(cells -> Double.parseDouble(cells.get(LCP_COLUMN)))
                    .filter(lcp -> lcp >= 0)
                    .sorted()
                    .toArray();
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == ',' && !quoted) {
                cells.add(line.substring(start, i));
                start = i + 1;
            }
        }
        cells.add(line.substring(start));
        return cells;
    }

    private static double type7(double[] sorted, double q) {
        double h = (sorted.length - 1) * q;
        int rank = (int) h;
        int next = Math.min(rank + 1, sorted.length - 1);
        return sorted[rank] + (h - rank) * (sorted[next] - sorted[rank]);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
