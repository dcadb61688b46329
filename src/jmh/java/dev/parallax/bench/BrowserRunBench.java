package dev.parallax.bench;

import dev.parallax.browser.Browsers;
import dev.parallax.demo.Shop;
import dev.parallax.demo.ShopSettings;
import dev.parallax.journey.Journey;
import dev.parallax.journey.JourneyJson;
import dev.parallax.journey.Step;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.progress.Progress;
import dev.parallax.runner.BrowserWalk;
import dev.parallax.runner.HttpWalk;
import dev.parallax.runner.Inputs;
import dev.parallax.runner.Recording;
import dev.parallax.runner.RunRequest;
import dev.parallax.runner.Runner;
import dev.parallax.runner.SecretSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a browser run of five pages costs in processor time: this program, the driver and the
/// browser with all its helpers together, the shop beside them left out. A run with a browser of
/// its own is told from a walk in a browser that is there already by the difference between many
/// and one, so that the start of the program is in neither.
///
/// Five pages are opened and measured, with some sixty requests; the bundled journey does that with
/// consent, clicks and a form of eight fields besides.
///
/// Arguments: how many to subtract one from (11).
public final class BrowserRunBench {
    private static final String JOURNEY = "/dev/parallax/service/journeys/buy-a-lantern.json";

    private BrowserRunBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 5) {
            walk(
                    arguments[0],
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    Recording.Film.valueOf(arguments[3]),
                    Walked.valueOf(arguments[4]));
            return;
        }
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        try (Shop shop = Shop.start(ShopSettings.demo())) {
            String base = shop.url().toString().replaceFirst("/$", "");
            for (Walked walked : Walked.values()) {
                double one = cpu(base, 1, 1, Recording.Film.NO, walked);
                BenchTable.title(walked.title, "CPU s");
                BenchTable.row("the program with one run", one);
                BenchTable.row(
                        "one more run, with a browser of its own",
                        (cpu(base, many, 1, Recording.Film.NO, walked) - one) / (many - 1));
                BenchTable.row(
                        "one more iteration in the same browser",
                        (cpu(base, 1, many, Recording.Film.NO, walked) - one) / (many - 1));
                BenchTable.row(
                        "the same, filmed",
                        (cpu(base, 1, many, Recording.Film.YES, walked)
                                        - cpu(base, 1, 1, Recording.Film.YES, walked))
                                / (many - 1));
            }
        }
    }

    private enum Walked {
        PAGES("five pages opened and measured"),
        BUNDLED("the bundled journey, five pages and 27 steps");

        private final String title;

        Walked(String title) {
            this.title = title;
        }

        Journey journey() throws IOException {
            return switch (this) {
                case PAGES -> fivePages();
                case BUNDLED -> bundled();
            };
        }
    }

    private static Journey fivePages() {
        var steps = new ArrayList<Step>();
        for (String page : List.of("", "catalogue", "product/9", "search?q=lamp", "basket")) {
            steps.add(new Step.Navigate("open " + page, "${base}/" + page));
            steps.add(new Step.PageMark(page.isEmpty() ? "home" : page));
        }
        return new Journey(
                "five pages",
                Journey.Kind.BROWSER,
                Map.of("base", "http://127.0.0.1"),
                List.of(),
                steps);
    }

    private static double cpu(
            String base, int runs, int iterations, Recording.Film film, Walked walked)
            throws IOException, InterruptedException {
        Path log = Path.of("target", "browser-run-bench.log");
        Files.createDirectories(log.getParent());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dplaywright.cli.dir=" + System.getProperty("playwright.cli.dir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrowserRunBench.class.getName(),
                        base,
                        String.valueOf(runs),
                        String.valueOf(iterations),
                        film.name(),
                        walked.name()));
        Cost cost = Cost.of(command, log);
        if (cost.failed()) {
            throw new IllegalStateException("a run failed, see " + log);
        }
        return cost.cpuSeconds();
    }

    private static void walk(
            String base, int runs, int iterations, Recording.Film film, Walked walked)
            throws IOException {
        var runner =
                new Runner(
                        InstantSource.system(),
                        BrowserWalk.opener(() -> Browsers.ofThisMachine().find(null)),
                        HttpWalk.opener());
        Journey journey = walked.journey();
        for (int i = 0; i < runs; i++) {
            Run run =
                    runner.run(
                            RunRequest.of(journey, 1, Profile.DESKTOP, iterations)
                                    .withInputs(new Inputs(Map.of("base", base), SecretSource.NONE))
                                    .withRecording(new Recording(film, Recording.TraceWhen.NEVER)),
                            Progress.NONE);
            if (run.status() != RunStatus.OK) {
                throw new IllegalStateException(String.valueOf(run.problem()));
            }
        }
    }

    private static Journey bundled() throws IOException {
        try (var json = BrowserRunBench.class.getResourceAsStream(JOURNEY)) {
            if (json == null) {
                throw new IllegalStateException("the program lacks " + JOURNEY);
            }
            return JourneyJson.read(
                    new String(json.readAllBytes(), StandardCharsets.UTF_8), JOURNEY);
        }
    }
}
