package dev.parallax.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What it costs to bring page views into a file: our command line, DuckDB and the `sqlite3` shell
/// in turns, each a whole process, several times. Then the same numbers are asked of what we and
/// DuckDB have stored.
///
/// Arguments: rows (10000000), pairs (3), rows of the other formats (1000000). The files are kept
/// in `target/bench` for the next time; 50000000 rows need 12 GB there. The heap of our process is
/// limited to 1 GB. Prints figures and fails for none.
public final class RumImportBench {
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final double BYTES_PER_MB = 1e6;

    private final int pairs;

    /// One way of getting an export into a file.
    ///
    /// @param stored the file it makes
    private record Peer(String name, List<String> command, Path stored) {}

    private RumImportBench(int pairs) {
        this.pairs = pairs;
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException {
        int rows = argument(arguments, 0, 10_000_000);
        int pairs = argument(arguments, 1, 3);
        int others = argument(arguments, 2, 1_000_000);
        var bench = new RumImportBench(pairs);
        bench.csv(rows);
        if (others > 0) {
            for (RumFile.Form form : List.of(RumFile.Form.NDJSON, RumFile.Form.CSV_GZ)) {
                Path export = RumFile.in(FOLDER, form, others);
                bench.compare(export, others, List.of(ours(export), duck(export)));
            }
            bench.parquet(others);
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void csv(int rows) throws IOException, InterruptedException, SQLException {
        Path export = RumFile.in(FOLDER, RumFile.Form.CSV, rows);
        compare(export, rows, List.of(ours(export), duck(export), sqlite(export)));
        RumCheck.print(ours(export).stored, duck(export).stored);
    }

    private void parquet(int rows) throws IOException, InterruptedException, SQLException {
        Path csv = RumFile.in(FOLDER, RumFile.Form.CSV, rows);
        Path export = FOLDER.resolve("rum-" + rows + ".parquet");
        if (!Files.exists(export)) {
            try (DuckDb duck = DuckDb.open(FOLDER.resolve("convert.duckdb"))) {
                duck.run(
                        "COPY (SELECT * FROM read_csv('%s')) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                                .formatted(csv, export));
            }
        }
        compare(export, rows, List.of(ours(export), duck(export)));
    }

    private static Peer ours(Path export) {
        Path stored = stored(export, ".parallax");
        return new Peer(
                "parallax rum import",
                List.of(
                        "env",
                        "JAVA_TOOL_OPTIONS=-Xmx1g",
                        "PARALLAX_HOME=" + FOLDER.resolve("home"),
                        System.getProperty(
                                "parallax.command", Path.of("run").toAbsolutePath().toString()),
                        "rum",
                        "import",
                        export.toString(),
                        "--dataset",
                        "bench",
                        "--workspace",
                        stored.toString()),
                stored);
    }

    private static Peer duck(Path export) {
        Path stored = stored(export, ".duckdb");
        return new Peer(
                "DuckDB create table as",
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DuckDb.class.getName(),
                        export.toString(),
                        stored.toString()),
                stored);
    }

    private static Peer sqlite(Path export) {
        Path stored = stored(export, ".sqlite");
        return new Peer(
                "sqlite3 .import",
                List.of(
                        "sqlite3",
                        stored.toString(),
                        "PRAGMA journal_mode = OFF",
                        "PRAGMA synchronous = OFF",
                        ".import --csv " + export + " v"),
                stored);
    }

    private static Path stored(Path export, String ending) {
        return export.resolveSibling(export.getFileName() + ending);
    }

    private void compare(Path export, int rows, List<Peer> peers)
            throws IOException, InterruptedException {
        BenchTable.title(
                "%s: %,d rows, %.1f MB, %d turns"
                        .formatted(
                                export.getFileName(),
                                rows,
                                Files.size(export) / BYTES_PER_MB,
                                pairs),
                "CPU s",
                "wall s",
                "peak MB",
                "bytes a row");
        List<List<Cost>> costs = new ArrayList<>();
        peers.forEach(_ -> costs.add(new ArrayList<>()));
        for (int turn = 0; turn < pairs; turn++) {
            for (int peer = 0; peer < peers.size(); peer++) {
                costs.get(peer).add(run(peers.get(peer), rows));
            }
        }
        BenchTable.title(
                "medians, and the median of our ratios to each", "CPU s", "wall s", "CPU", "wall");
        for (int peer = 0; peer < peers.size(); peer++) {
            List<Cost> theirs = costs.get(peer);
            BenchTable.row(
                    peers.get(peer).name,
                    BenchTable.median(theirs.stream().map(Cost::cpuSeconds).toList()),
                    BenchTable.median(theirs.stream().map(Cost::wallSeconds).toList()),
                    ratio(costs.getFirst(), theirs, Cost::cpuSeconds),
                    ratio(costs.getFirst(), theirs, Cost::wallSeconds));
        }
    }

    private static double ratio(
            List<Cost> ours, List<Cost> theirs, java.util.function.ToDoubleFunction<Cost> figure) {
        var ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i));
        }
        return BenchTable.median(ratios);
    }

    private static Cost run(Peer peer, int rows) throws IOException, InterruptedException {
        deleteAll(peer.stored);
        Path log = FOLDER.resolve("log.txt");
        Cost cost = Cost.of(peer.command, log);
        if (cost.failed()) {
            BenchTable.row(peer.name, "exit code " + cost.exitCode() + ":");
            try (Stream<String> said = Files.lines(log)) {
                said.limit(5).forEach(line -> BenchTable.say("    " + line));
            }
        } else {
            BenchTable.row(
                    peer.name,
                    cost.cpuSeconds(),
                    cost.wallSeconds(),
                    cost.peakMegabytes(),
                    Files.size(peer.stored) / (double) rows);
        }
        return cost;
    }

    private static void deleteAll(Path stored) throws IOException {
        for (String ending : List.of("", "-wal", "-shm", ".wal")) {
            Files.deleteIfExists(stored.resolveSibling(stored.getFileName() + ending));
        }
    }
}
