package dev.parallax.bench;

import dev.parallax.measure.Network;
import dev.parallax.shaping.ShapingProxy;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How near a shaped network is to a real one: the same transfers and the same page over kernel TCP
/// on a delayed, metered path between two network namespaces, and through the shaping proxy. Of
/// repeated transfers the fastest counts, since whatever else the machine does only adds time.
/// Besides, what the proxy costs at 50 Mbit/s.
///
/// Arguments: `cost`, or round-trip times and bandwidths such as `150/9`; all nine cells and the
/// cost without any. Kernel TCP needs Linux, root and the yardstick `netpath` in the folder the
/// property `parallax.netpath` names; without it the transfers are only printed.
public final class ShapingBench {
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final Path NETPATH =
            Path.of(System.getProperty("parallax.netpath", "../shared/tools/netpath"));
    private static final List<String> CELLS =
            List.of(
                    "40/1.6", "40/9", "40/50", "150/1.6", "150/9", "150/50", "300/1.6", "300/9",
                    "300/50");
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int QUEUE_MILLIS = 200;

    private ShapingBench() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(FOLDER);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "origin" -> origin();
            case "client" -> client(arguments[1], ports(arguments[2]), arguments[3]);
            case "proxy" -> proxy();
            case "cost" -> cost();
            default -> compare(arguments.length == 0 ? CELLS : List.of(arguments));
        }
        System.exit(0);
    }

    private static void compare(List<String> cells)
            throws IOException, InterruptedException, GeneralSecurityException {
        var yardstick = KernelPath.in(NETPATH, FOLDER);
        if (yardstick.isEmpty()) {
            BenchTable.say("no kernel TCP to compare with: needs Linux, root and " + NETPATH);
        }
        var errors = new TreeMap<String, List<Double>>();
        BenchTable.title("shaping", "kernel ms", "proxy ms", "error %");
        for (String cell : cells) {
            double rtt = Double.parseDouble(cell.split("/", -1)[0]);
            double megabits = Double.parseDouble(cell.split("/", -1)[1]);
            var kernel = new LinkedHashMap<String, Double>();
            if (yardstick.isPresent()) {
                try (var path = yardstick.get().up(rtt, megabits, QUEUE_MILLIS)) {
                    kernel.putAll(path.times(cell));
                }
            }
            Map<String, Double> proxied = proxied(rtt, megabits, cell);
            proxied.forEach((name, millis) -> row(cell, name, kernel.get(name), millis, errors));
        }
        BenchTable.title("mean of the errors", "mean |%|", "mean %", "cells");
        errors.forEach((name, list) ->
                BenchTable.row(
                        name,
                        list.stream().mapToDouble(Math::abs).average().orElse(0),
                        list.stream().mapToDouble(error -> error).average().orElse(0),
                        list.size()));
        cost();
    }

    private static void row(
            String cell, String name, Double kernel, double proxy, Map<String, List<Double>> all) {
        if (kernel == null) {
            BenchTable.row(cell + " " + name, "-", proxy, "-");
            return;
        }
        double error = 100 * (proxy / kernel - 1);
        BenchTable.row(
                cell + " " + name, kernel, proxy, String.format(Locale.ROOT, "%+.1f", error));
        all.computeIfAbsent(name.replaceFirst(" \\d+$", ""), _ -> new ArrayList<>()).add(error);
        all.computeIfAbsent("all", _ -> new ArrayList<>()).add(error);
    }

    private static Map<String, Double> proxied(double rtt, double megabits, String cell)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (var origins = Origins.open(FOLDER);
                var proxy = ShapingProxy.start(network(rtt, megabits), _ -> false);
                var clients = new ShapeClients(ShapeKeys.in(FOLDER))) {
            clients.warmUp(origins.http().port(), origins.https().port());
            int[] ports = {origins.http().port(), origins.https().port()};
            return times(
                    clients, "127.0.0.1", ports, cell, OptionalInt.of(proxy.address().getPort()));
        }
    }

    /// Both origins of this process.
    private record Origins(ShapeOrigin http, ShapeOrigin https) implements AutoCloseable {
        static Origins open(Path folder)
                throws IOException, InterruptedException, GeneralSecurityException {
            ShapeKeys keys = ShapeKeys.in(folder);
            return new Origins(
                    new ShapeOrigin(new ServerSocket(0, 100)),
                    new ShapeOrigin(
                            keys.tls().getServerSocketFactory().createServerSocket(0, 100)));
        }

        @Override
        public void close() {
            http.close();
            https.close();
        }
    }

    private static void origin()
            throws IOException, InterruptedException, GeneralSecurityException {
        var origins = Origins.open(FOLDER);
        BenchTable.say(origins.http().port() + "," + origins.https().port());
        System.in.read();
    }

    private static void client(String host, int[] ports, String cell)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (var near = Origins.open(FOLDER);
                var clients = new ShapeClients(ShapeKeys.in(FOLDER))) {
            clients.warmUp(near.http().port(), near.https().port());
            times(clients, host, ports, cell, OptionalInt.empty())
                    .forEach((name, millis) -> BenchTable.say("time\t" + name + "\t" + millis));
        }
    }

    private static Map<String, Double> times(
            ShapeClients clients, String host, int[] ports, String cell, OptionalInt proxy)
            throws IOException {
        int repeats = cell.endsWith("/1.6") ? 2 : 3;
        var times = new LinkedHashMap<String, Double>();
        for (String scheme : List.of("http", "https")) {
            int port = ports[scheme.equals("http") ? 0 : 1];
            for (String kind : List.of("socket", "http", "chromium")) {
                for (int size : SIZES) {
                    URI uri = ShapeClients.uri(scheme, host, port, "/bytes/" + size);
                    String name = kind(kind) + " " + scheme + " " + size;
                    for (int repeat = 0; repeat < repeats; repeat++) {
                        double millis = clients.millis(kind, uri, proxy).getFirst();
                        times.merge(name, millis, Math::min);
                    }
                }
            }
        }
        URI page = ShapeClients.uri("http", host, ports[0], "/page");
        for (int repeat = 0; repeat < 5; repeat++) {
            List<Double> paints = clients.millis("page", page, proxy);
            times.merge("page FCP", paints.getFirst(), Math::min);
            times.merge("page LCP", paints.getLast(), Math::min);
        }
        return times;
    }

    private static String kind(String kind) {
        return kind.equals("http") ? "HttpSession" : kind;
    }

    static int[] ports(String text) {
        String[] ports = text.split(",", -1);
        return new int[] {Integer.parseInt(ports[0]), Integer.parseInt(ports[1])};
    }

    private static Network network(double rtt, double megabits) {
        return new Network(rtt, megabits * 1000, megabits * 1000, Network.Method.PROXY);
    }

    private static void proxy() throws IOException {
        try (var proxy = ShapingProxy.start(network(40, 50), _ -> false)) {
            BenchTable.say(String.valueOf(proxy.address().getPort()));
            System.in.read();
        }
    }

    /// The proxy is in a process of its own, so that only it is counted.
    private static void cost() throws IOException, InterruptedException {
        BenchTable.title("cost at 50 Mbit/s, 12.5 MB", "% of a core", "Mbit/s");
        for (int connections : new int[] {1, 50}) {
            Process process = KernelPath.java(List.of(), "proxy");
            try (BufferedReader said = process.inputReader();
                    var origin = new ShapeOrigin(new ServerSocket(0, 100))) {
                int port = Integer.parseInt(said.readLine());
                int each = 12_500_000 / connections;
                for (int round = 0; round < 4; round++) {
                    download(port, origin.port(), connections, each); // loads and compiles
                }
                Duration before = process.info().totalCpuDuration().orElse(Duration.ZERO);
                long start = System.nanoTime();
                download(port, origin.port(), connections, each);
                double seconds = (System.nanoTime() - start) / 1e9;
                Duration after = process.info().totalCpuDuration().orElse(Duration.ZERO);
                double cpuSeconds = after.minus(before).toNanos() / 1e9;
                BenchTable.row(
                        connections + " connections", 100 * cpuSeconds / seconds, 100 / seconds);
            } finally {
                process.destroy();
            }
        }
    }

    private static void download(int proxy, int origin, int connections, int bytes)
            throws InterruptedException, IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> one =
                    () -> {
                        var way = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy);
                        var socks = new java.net.Proxy(java.net.Proxy.Type.SOCKS, way);
                        try (var socket = new Socket(socks)) {
                            socket.connect(
                                    new InetSocketAddress(
                                            InetAddress.getLoopbackAddress(), origin));
                            String request = "GET /bytes/" + bytes + " HTTP/1.1\r\n\r\n";
                            socket.getOutputStream()
                                    .write(request.getBytes(StandardCharsets.US_ASCII));
                            long left = bytes;
                            var buffer = new byte[64 * 1024];
                            while (left > 0) {
                                left -= socket.getInputStream().read(buffer);
                            }
                        }
                        return null;
                    };
            var parts = new ArrayList<Future<Void>>();
            for (int number = 0; number < connections; number++) {
                parts.add(threads.submit(one));
            }
            for (Future<Void> part : parts) {
                part.get();
            }
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IOException(failed);
        }
    }
}
