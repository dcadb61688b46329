package dev.parallax.service;

import dev.parallax.browser.BrowserInstallation;
import dev.parallax.demo.Shop;
import dev.parallax.demo.ShopSettings;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.runner.Inputs;
import dev.parallax.runner.RunRequest;
import dev.parallax.runner.Runner;
import dev.parallax.runner.SecretSource;
import dev.parallax.statistics.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Use case: looks at everything on this machine that the product stands on, and at how steady its
/// timings are.
public final class ExamineMachine {
    /// Enough page loads for a robust spread, few enough to wait for.
    private static final int LOADS = 8;

    private static final long LITTLE_DISK_BYTES = 1_000_000_000;
    private static final int JAVA = 25;

    /// Where slow desktops begin for Lighthouse.
    private static final double SLOW_SCORE = 1000;

    private static final Journey SMOKE =
            new Journey(
                    "doctor",
                    Journey.Kind.BROWSER,
                    Map.of(),
                    List.of(),
                    List.of(
                            new Step.Navigate("Open a page", "${base}/terms"),
                            new Step.PageMark("smoke")));

    private final Supplier<BrowserInstallation> browser;
    private final Runner runner;
    private final Map<String, String> environment;
    private final Path dataFolder;

    /// @param browser finds the browser, or throws the problem that says what to install
    /// @param environment the process's environment variables
    /// @param dataFolder where workspaces are kept by default
    public ExamineMachine(
            Supplier<BrowserInstallation> browser,
            Runner runner,
            Map<String, String> environment,
            Path dataFolder) {
        this.browser = browser;
        this.runner = runner;
        this.environment = Map.copyOf(environment);
        this.dataFolder = dataFolder;
    }

    /// Looks at one thing after the other.
    public List<Finding> examine(Progress progress) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(display());
        findings.add(disk());
        Finding found = browser();
        findings.add(found);
        if (found.state() == Finding.State.OK) {
            findings.addAll(smoke(progress));
        }
        return findings;
    }

    private static Finding java() {
        String found =
                Runtime.version()
                        + ", "
                        + System.getProperty("os.name", "")
                        + " "
                        + System.getProperty("os.arch", "");
        return Runtime.version().feature() >= JAVA
                ? Finding.ok("Java", found)
                : new Finding("Java", Finding.State.MISSING, found, "install a JDK " + JAVA);
    }

    private Finding display() {
        boolean unix =
                !System.getProperty("os.name", "")
                        .toLowerCase(Locale.ROOT)
                        .matches(".*(win|mac).*");
        if (!unix
                || environment.containsKey("DISPLAY")
                || environment.containsKey("WAYLAND_DISPLAY")) {
            return Finding.ok("display", "there is one");
        }
        return new Finding(
                "display",
                Finding.State.LIMITED,
                "none",
                "the command line works; the window and `record` need a display");
    }

    private Finding disk() {
        try {
            Files.createDirectories(dataFolder);
            long free = Files.getFileStore(dataFolder).getUsableSpace();
            String found = "%,d MB free in %s".formatted(free / 1_000_000, dataFolder);
            return free >= LITTLE_DISK_BYTES
                    ? Finding.ok("disk", found)
                    : new Finding(
                            "disk",
                            Finding.State.LIMITED,
                            found,
                            "make room; a data set of ten million page views takes 250 MB");
        } catch (IOException failed) {
            return new Finding(
                    "disk",
                    Finding.State.MISSING,
                    failed.toString(),
                    "make the folder writable or name another workspace with --workspace");
        }
    }

    private Finding browser() {
        try {
            BrowserInstallation installation = browser.get();
            return Finding.ok("browser", installation + " at " + installation.path());
        } catch (ProblemException missing) {
            return new Finding(
                    "browser",
                    Finding.State.MISSING,
                    missing.problem().what() + ": " + missing.problem().why(),
                    missing.problem().next());
        }
    }

    private List<Finding> smoke(Progress progress) {
        try (Shop shop = Shop.start(ShopSettings.demo())) {
            var inputs = new Inputs(Map.of("base", DemoJourneys.base(shop)), SecretSource.NONE);
            Run run =
                    runner.run(
                            RunRequest.of(SMOKE, 1, Profile.DESKTOP, LOADS).withInputs(inputs),
                            progress);
            if (run.status() != RunStatus.OK) {
                return List.of(
                        new Finding(
                                "smoke page",
                                Finding.State.MISSING,
                                run.problem()
                                        .map(problem -> problem.oneLine())
                                        .orElse(run.status().label()),
                                "repair the browser, or name another with PARALLAX_BROWSER"));
            }
            return List.of(
                    Finding.ok("smoke page", LOADS + " loads in " + run.conditions().engine()),
                    sandbox(run),
                    processor(run),
                    steadiness(run));
        }
    }

    private static Finding sandbox(Run run) {
        return run.conditions().notes().stream()
                .filter(note -> note.contains("sandbox"))
                .findFirst()
                .map(note ->
                        new Finding(
                                "sandbox",
                                Finding.State.LIMITED,
                                note,
                                "run as an ordinary user to have the browser's sandbox on"))
                .orElseGet(() -> Finding.ok("sandbox", "on"));
    }

    /// A CPU rate stands for a phone only on a machine that is about as fast as the one it was
    /// chosen on.
    private static Finding processor(Run run) {
        double score = run.conditions().machine().benchmark();
        String found =
                "%d, scripts score %.0f (a fast desktop 1500 to 2000, on Lighthouse's scale)"
                        .formatted(run.conditions().machine().processors(), score);
        return score >= SLOW_SCORE
                ? Finding.ok("processors", found)
                : new Finding(
                        "processors",
                        Finding.State.LIMITED,
                        found,
                        "measure on a faster or less busy machine, or lower the CPU rate of profiles");
    }

    /// The spread of the same page over and over: differences between lab runs below it are noise.
    /// The robust coefficient of variation is 1.4826 · MAD / median (Rousseeuw & Croux 1993).
    private static Finding steadiness(Run run) {
        double[] loads =
                run.iterations().stream()
                        .flatMap(iteration -> iteration.pages().stream())
                        .filter(page -> page.metrics().containsKey(Metric.FCP))
                        .mapToDouble(page -> page.metrics().getOrDefault(Metric.FCP, 0.0))
                        .toArray();
        if (loads.length < 2) {
            return new Finding(
                    "noise floor",
                    Finding.State.LIMITED,
                    "the page painted nothing",
                    "run doctor again");
        }
        double median = Quantiles.median(loads);
        double deviation =
                Quantiles.median(
                        Arrays.stream(loads).map(load -> Math.abs(load - median)).toArray());
        double percent = 100 * 1.4826 * deviation / median;
        String found =
                String.format(
                        Locale.ROOT,
                        "FCP %.0f ms ± %.1f %% over %d loads of one page%s",
                        median,
                        percent,
                        loads.length,
                        run.tainted() ? ", the machine was busy" : "");
        return percent <= 10 && !run.tainted()
                ? Finding.ok("noise floor", found)
                : new Finding(
                        "noise floor",
                        Finding.State.LIMITED,
                        found,
                        "close other programs before you measure; differences below this are noise");
    }
}
