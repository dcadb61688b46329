package dev.parallax.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What one whole process cost, from its start to its end.
///
/// @param cpuSeconds user and system time, that of its children included
/// @param peakMegabytes the most memory it had in use at once (resident set)
/// @param exitCode 0 if it did what it should
record Cost(double cpuSeconds, double wallSeconds, double peakMegabytes, int exitCode) {
    private static final int POLL_MILLIS = 20;
    private static final String TIMED = "TIMEFORMAT='%R %U %S'; time \"$@\" >\"$0\" 2>&1";

    /// Runs a command to its end; what it says goes to a log.
    static Cost of(List<String> command, Path log) throws IOException, InterruptedException {
        var timed = new ArrayList<>(List.of("bash", "-c", TIMED, log.toString()));
        timed.addAll(command);
        Process process = new ProcessBuilder(timed).start();
        long peak = 0;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakKilobytes(process));
        }
        byte[] said = process.getErrorStream().readAllBytes();
        String[] words = new String(said, StandardCharsets.US_ASCII).strip().split("\\s+", -1);
        double[] seconds = Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
        return new Cost(seconds[1] + seconds[2], seconds[0], peak / 1024.0, process.exitValue());
    }

    /// The kernel keeps the largest size of each process; only Linux says so.
    private static long peakKilobytes(Process process) {
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            return descendants.mapToLong(child -> peakKilobytes(child.pid())).max().orElse(0);
        }
    }

    private static long peakKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException _) {
            return 0;
        }
    }

    boolean failed() {
        return exitCode != 0;
    }
}
