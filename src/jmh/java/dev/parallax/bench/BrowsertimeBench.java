package dev.parallax.bench;

import dev.parallax.browser.Browsers;
import dev.parallax.demo.Shop;
import dev.parallax.demo.ShopSettings;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.runner.BrowserWalk;
import dev.parallax.runner.HttpWalk;
import dev.parallax.runner.RunRequest;
import dev.parallax.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our numbers beside those of browsertime, the engine of sitespeed.io, on the demo shop: the same
/// Chromium, a fresh one for each page view, no shaping, the same seed of the shop for both of a
/// pair, and in turn now one first, now the other. Needs npm and a chromedriver of the browser's
/// version (Debian: chromium-driver); without them it says so and ends.
///
/// Arguments: how many pairs (20).
public final class BrowsertimeBench {
    private static final String PACKAGE = "browsertime@26.3.2";
    private static final Path FOLDER = Path.of("target", "browsertime");
    private static final Path PROGRAM =
            FOLDER.resolve("node_modules/browsertime/bin/browsertime.js");
    private static final List<Metric> METRICS =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.LOAD);
    private static final Map<String, String> PAGES = pages();

    /// Two paints may lie in different frames of a screen though nothing differs.
    private static final double FRAME_MILLIS = 17;

    private static final double SHARE = 0.05;

    private BrowsertimeBench() {}

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "");
        pages.put("catalogue", "catalogue");
        pages.put("product", "product/9");
        return pages;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            serve(Long.parseLong(arguments[1]));
            return;
        }
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Optional<Path> driver = onPath("chromedriver");
        if (driver.isEmpty() || onPath("npm").isEmpty()) {
            BenchTable.say("browsertime is left out: npm or chromedriver is not on the PATH");
            return;
        }
        if (!install()) {
            BenchTable.say("browsertime is left out: npm could not install " + PACKAGE);
            return;
        }
        BenchTable.title(
                "medians of %d pairs, ms".formatted(pairs),
                "ours",
                "browsertime",
                "apart",
                "allowed",
                "");
        for (var page : PAGES.entrySet()) {
            compare(page.getKey(), page.getValue(), pairs, driver.get());
        }
    }

    private static void compare(String name, String path, int pairs, Path driver) throws Exception {
        Map<Metric, List<Double>> ours = lists();
        Map<Metric, List<Double>> theirs = lists();
        for (int pair = 0; pair < pairs; pair++) {
            Process shop = shop(pair);
            try {
                String url = shop.inputReader().readLine() + path;
                if (pair % 2 == 0) {
                    add(ours, ours(url));
                    add(theirs, theirs(url, driver));
                } else {
                    add(theirs, theirs(url, driver));
                    add(ours, ours(url));
                }
            } finally {
                shop.destroy();
            }
        }
        for (Metric metric : METRICS) {
            double our = BenchTable.median(ours.getOrDefault(metric, List.of()));
            double their = BenchTable.median(theirs.getOrDefault(metric, List.of()));
            double allowed = Math.max(SHARE * their, FRAME_MILLIS);
            BenchTable.row(
                    name + " " + metric.key(),
                    our,
                    their,
                    our - their,
                    allowed,
                    Math.abs(our - their) <= allowed ? "ok" : "too far");
        }
    }

    /// The shop in a program of its own: in this one it would share our side's processor time.
    private static Process shop(int seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrowsertimeBench.class.getName(),
                        "shop",
                        String.valueOf(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void serve(long seed) throws IOException {
        try (Shop shop = Shop.start(ShopSettings.demo().withSeed(seed))) {
            BenchTable.say(shop.url().toString());
            while (System.in.read() >= 0) {
                // until whoever started it ends it
            }
        }
    }

    private static Map<Metric, List<Double>> lists() {
        Map<Metric, List<Double>> lists = new EnumMap<>(Metric.class);
        METRICS.forEach(metric -> lists.put(metric, new ArrayList<>()));
        return lists;
    }

    private static void add(Map<Metric, List<Double>> lists, Map<Metric, Double> values) {
        lists.forEach((metric, list) -> list.add(values.getOrDefault(metric, Double.NaN)));
    }

    private static Map<Metric, Double> ours(String url) {
        var runner =
                new Runner(
                        InstantSource.system(),
                        BrowserWalk.opener(() -> Browsers.ofThisMachine().find(null)),
                        HttpWalk.opener());
        var journey =
                new Journey(
                        "pair",
                        Journey.Kind.BROWSER,
                        Map.of(),
                        List.of(),
                        List.of(new Step.Navigate("open", url), new Step.PageMark("page")));
        Run run = runner.run(RunRequest.of(journey, 1, Profile.DESKTOP, 1), Progress.NONE);
        if (run.status() != RunStatus.OK) {
            throw new IllegalStateException(String.valueOf(run.problem()));
        }
        return run.iterations().getFirst().pages().getFirst().metrics();
    }

    private static Map<Metric, Double> theirs(String url, Path driver) throws Exception {
        Path result = FOLDER.resolve("result");
        run(
                "node",
                PROGRAM.toString(),
                url,
                "-n",
                "1",
                "--headless",
                "--chrome.binaryPath",
                Browsers.ofThisMachine().find(null).path().toString(),
                "--chrome.chromedriverPath",
                driver.toString(),
                "--chrome.args",
                "no-sandbox",
                "--viewPort",
                Profile.DESKTOP.device().width() + "x" + Profile.DESKTOP.device().height(),
                "--skipHar",
                "--xvfb",
                "false",
                "--video",
                "false",
                "--visualMetrics",
                "false",
                "--resultDir",
                result.toString());
        JsonNode all =
                JsonMapper.shared().readTree(Files.readString(result.resolve("browsertime.json")));
        JsonNode vitals = all.path(0).path("googleWebVitals").path(0);
        JsonNode timings = all.path(0).path("browserScripts").path(0).path("timings");
        return Map.of(
                Metric.TTFB, vitals.path("ttfb").asDouble(),
                Metric.FCP, vitals.path("firstContentfulPaint").asDouble(),
                Metric.LCP, vitals.path("largestContentfulPaint").asDouble(),
                Metric.LOAD, timings.path("loadEventEnd").asDouble());
    }

    private static boolean install() throws IOException, InterruptedException {
        if (Files.isRegularFile(PROGRAM)) {
            return true;
        }
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("package.json"), "{\"private\": true}");
        BenchTable.say("installing " + PACKAGE);
        run(
                "npm",
                "install",
                "--prefix",
                FOLDER.toString(),
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--omit=optional",
                PACKAGE);
        return Files.isRegularFile(PROGRAM);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(FOLDER.resolve("log.txt").toFile())
                        .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException(command[0] + " did not end");
        }
    }

    private static Optional<Path> onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
