package dev.parallax.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Kernel TCP over a delayed and metered path between two network namespaces, for calibration only.
final class KernelPath implements AutoCloseable {
    private static final String SERVER = "10.77.0.2";

    private final Path folder;

    private KernelPath(Path folder) {
        this.folder = folder;
    }

    /// The yardstick, built; empty where it is absent or the machine does not allow it.
    static Optional<KernelPath> in(Path sources, Path bench)
            throws IOException, InterruptedException {
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        if (!isRoot
                || !Files.exists(sources.resolve("netpath.c"))
                || !Files.exists(Path.of("/dev/net/tun"))) {
            return Optional.empty();
        }
        Path folder = Files.createDirectories(bench.resolve("netpath"));
        for (String file : List.of("netpath.c", "netpath.sh")) {
            Files.copy(
                    sources.resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var path = new KernelPath(folder);
        path.run("cc", "-O2", "-o", "netpath", "netpath.c");
        return Optional.of(path);
    }

    KernelPath up(double rtt, double megabits, int queueMillis)
            throws IOException, InterruptedException {
        String bandwidth = String.valueOf(megabits);
        run(
                "bash",
                "netpath.sh",
                "up",
                String.valueOf(rtt),
                bandwidth,
                bandwidth,
                String.valueOf(queueMillis),
                "reno");
        return this;
    }

    /// The times of all transfers with the client at one end and the server at the other.
    Map<String, Double> times(String cell) throws IOException {
        Process origin = java(List.of("ip", "netns", "exec", "shB"), "origin");
        Process client = null;
        var times = new LinkedHashMap<String, Double>();
        try (BufferedReader said = origin.inputReader()) {
            String ports = said.readLine();
            client = java(List.of("ip", "netns", "exec", "shA"), "client", SERVER, ports, cell);
            try (BufferedReader told = client.inputReader()) {
                told.lines()
                        .filter(line -> line.startsWith("time\t"))
                        .map(line -> line.split("\t", -1))
                        .forEach(cells -> times.put(cells[1], Double.parseDouble(cells[2])));
            }
            return times;
        } finally {
            origin.destroy();
            if (client != null) {
                client.destroy();
            }
        }
    }

    /// This benchmark once more, in a process of its own.
    static Process java(List<String> before, String... arguments) throws IOException {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String driver = System.getProperty("playwright.cli.dir");
        if (driver != null) {
            command.add("-Dplaywright.cli.dir=" + driver);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ShapingBench.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("bash", "netpath.sh", "down");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
