package dev.parallax.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.PlaywrightException;
import dev.parallax.measure.BlockList;
import dev.parallax.measure.Gateway;
import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A browser process, started for a run and ended with it. Gives isolated visits, one at a time.
///
/// One thread launches, uses and closes it; [#kill] may be called by any.
public final class Browser implements AutoCloseable {
    /// Added to the user agent of every visit, so that a site and its RUM can tell it from a
    /// person.
    public static final String USER_AGENT_SUFFIX = " Parallax/0.1 (synthetic)";

    private static final Duration LAUNCH_LIMIT = Duration.ofSeconds(30);
    private static final int DRIVER_GRACE_SECONDS = 2;

    private final Optional<BrowserInstallation> installation;
    private final String remote;
    private final Blocking blocking;

    private @Nullable EngineFolder folder;
    private volatile @Nullable Driver driver;
    private com.microsoft.playwright.@Nullable Browser browser;
    private String userAgent = "";
    private List<String> notes = List.of();
    private final Set<ProcessHandle> processes = new HashSet<>();
    private volatile boolean killed;

    /// A browser that is not launched yet.
    ///
    /// @param beacons the collectors of real-user monitoring it must not reach
    public Browser(BrowserInstallation installation, Beacons beacons) {
        this(installation, beacons, BlockList.NONE);
    }

    /// A browser that is not launched yet and does not reach what a profile blocks either.
    public Browser(BrowserInstallation installation, Beacons beacons, BlockList blocked) {
        this(Optional.of(installation), "", new Blocking(beacons, blocked));
    }

    private Browser(Optional<BrowserInstallation> installation, String remote, Blocking blocking) {
        this.installation = installation;
        this.remote = remote;
        this.blocking = blocking;
    }

    /// A Chromium that runs elsewhere and goes on running; each visit is a context of its own in
    /// it.
    ///
    /// @param address of its DevTools, such as `http://127.0.0.1:9222`
    /// @param beacons as above; here requests to them are refused tab by tab
    public static Browser remote(String address, Beacons beacons) {
        return remote(address, beacons, BlockList.NONE);
    }

    /// A Chromium that runs elsewhere and does not reach what a profile blocks either.
    public static Browser remote(String address, Beacons beacons, BlockList blocked) {
        return new Browser(Optional.empty(), address, new Blocking(beacons, blocked));
    }

    /// Starts the browser, without a window, sandboxed, spoken to through a pipe.
    ///
    /// @throws ProblemException (environment) if the driver is missing or the program is no browser
    /// @throws BrowserGoneException if it was killed meanwhile
    public void launch() {
        EngineFolder profiles = EngineFolder.ofThisProcess();
        profiles.enter();
        folder = profiles;
        Driver started = Driver.start(profiles.path());
        driver = started;
        throwIfKilled();
        var said = new ArrayList<String>();
        if (installation.isPresent()) {
            Sandbox sandbox = Sandbox.of(System.getenv(), profiles.path());
            browser = launch(started, installation.get(), sandbox);
            sandbox.note().ifPresent(said::add);
        } else {
            browser = connect(started);
            said.add("remote browser, unshaped");
        }
        remember(started.processes().collect(Collectors.toSet()));
        throwIfKilled();
        userAgent = ownUserAgent(browser);
        said.addAll(blocking.notes());
        notes = List.copyOf(said);
    }

    private com.microsoft.playwright.Browser connect(Driver started) {
        try {
            return started.playwright()
                    .chromium()
                    .connectOverCDP(
                            remote,
                            new BrowserType.ConnectOverCDPOptions()
                                    .setTimeout((double) LAUNCH_LIMIT.toMillis()));
        } catch (PlaywrightException failed) {
            if (killed) {
                throw new BrowserGoneException("the connection was ended", failed);
            }
            throw new ProblemException(
                    Problem.environment(
                            "remote-not-reached",
                            "cannot reach the remote browser",
                            remote + ": " + Faults.firstLine(failed),
                            "start it with --remote-debugging-port=9222 and give the address it"
                                    + " prints, or tunnel to it"),
                    failed);
        }
    }

    private com.microsoft.playwright.Browser launch(
            Driver started, BrowserInstallation installed, Sandbox sandbox) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-gpu"));
        blocking.browserArgument().ifPresent(arguments::add);
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(installed.path())
                        .setHeadless(true)
                        .setChromiumSandbox(sandbox.isOn())
                        .setTimeout((double) LAUNCH_LIMIT.toMillis())
                        .setArgs(arguments);
        try {
            return started.playwright().chromium().launch(options);
        } catch (PlaywrightException failed) {
            if (killed) {
                throw new BrowserGoneException("the browser was killed while starting", failed);
            }
            throw notLaunched(installed, failed);
        }
    }

    static ProblemException notLaunched(BrowserInstallation installation, Exception failed) {
        return new ProblemException(
                Problem.environment(
                        "browser-not-launched",
                        "the browser does not start",
                        installation.path() + ": " + Faults.firstLine(failed),
                        "start it by hand to see what it lacks, or name another with "
                                + Browsers.VARIABLE),
                failed);
    }

    /// Headless Chromium calls itself HeadlessChrome, which sites answer with other pages than
    /// people get; the suffix tells the truth instead.
    static String ownUserAgent(com.microsoft.playwright.Browser browser) {
        try {
            CDPSession session = browser.newBrowserCDPSession();
            String own = session.send("Browser.getVersion").get("userAgent").getAsString();
            session.detach();
            return own.replace("HeadlessChrome/", "Chrome/");
        } catch (PlaywrightException failed) {
            throw new BrowserGoneException("the browser went away at its start", failed);
        }
    }

    /// What it is, with version: `Chromium 156.0.8078.79`.
    public String engine() {
        return installation
                .map(installed -> installed.name() + " " + launched().version())
                .orElseGet(() -> "Chromium " + launched().version() + " (remote)");
    }

    /// What stands between this program and the browser: `Playwright 1.62.0`.
    public String driver() {
        return Driver.version();
    }

    /// What a reader of its numbers has to know: sandbox off, beacons blocked.
    public List<String> notes() {
        return notes;
    }

    /// How fast scripts of pages run in it on this machine, on the scale of Lighthouse's
    /// BenchmarkIndex; takes a quarter of a second.
    ///
    /// @return above 0; -1 for a browser that runs elsewhere
    /// @throws BrowserGoneException if the browser is gone
    public double benchmark() {
        if (installation.isEmpty()) {
            return -1;
        }
        try (BrowserContext context = launched().newContext()) {
            return Benchmark.score(context.newPage().evaluate(Benchmark.script()));
        } catch (PlaywrightException failed) {
            throw new BrowserGoneException("the browser went away before the visit", failed);
        }
    }

    /// Whether it must not reach this host; any thread.
    public boolean blocks(String host) {
        return blocking.reason("http://" + host + "/").isPresent();
    }

    /// A new visitor: no cookies, no cache, no connections, the profile's device and locale.
    ///
    /// @param stepLimit how long each step of the visit may take
    /// @param recordings what is recorded besides the numbers
    /// @throws BrowserGoneException if the browser is gone
    public Visit visit(Profile profile, Duration stepLimit, Recordings recordings) {
        return visit(profile, stepLimit, recordings, Optional.empty());
    }

    /// A new visitor as above, on another network than the machine's own.
    ///
    /// @param gateway its only way to the network, for all it asks for; there is one if the
    ///   profile's network is shaped by a proxy
    public Visit visit(
            Profile profile, Duration stepLimit, Recordings recordings, Optional<Gateway> gateway) {
        if (installation.isEmpty() && profile.network().method() == Network.Method.PROXY) {
            throw new ProblemException(
                    Problem.usage(
                            "remote-not-shaped",
                            "cannot run with the profile " + profile.id() + " in a remote browser",
                            "its network cannot be shaped from here",
                            "choose a profile without network shaping"));
        }
        try {
            return new Visit(
                    launched(),
                    new Emulation(profile, gateway),
                    userAgent,
                    blocking,
                    stepLimit,
                    recordings,
                    installation.isEmpty() ? blocking.allPatterns() : blocking.patterns(),
                    EngineFolder.ofThisProcess().path());
        } catch (PlaywrightException failed) {
            throw new BrowserGoneException("the browser went away before the visit", failed);
        }
    }

    /// Ends the browser by force, and two seconds later its driver if that is still there. Whoever
    /// is waiting for the browser gets a [BrowserGoneException] at once. Any thread, any number of
    /// times.
    public void kill() {
        killed = true;
        Driver running = driver;
        if (running == null) {
            return;
        }
        remember(running.processes().collect(Collectors.toSet()));
        Set<ProcessHandle> browsers = running.browsers();
        if (browsers.isEmpty()) {
            running.kill();
            return;
        }
        browsers.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.delayedExecutor(DRIVER_GRACE_SECONDS, TimeUnit.SECONDS)
                .execute(running::kill);
    }

    /// Closes the browser and its driver; what does not go by itself is ended by force.
    @Override
    public void close() {
        Driver running = driver;
        if (running != null) {
            remember(running.processes().collect(Collectors.toSet()));
            closeBrowser();
            running.close();
            endProcesses();
        }
        driver = null;
        browser = null;
        if (folder != null) {
            folder.leave();
            folder = null;
        }
    }

    private void closeBrowser() {
        if (browser == null || killed) {
            return;
        }
        try {
            browser.close();
        } catch (PlaywrightException _) {
            // it is gone already
        }
    }

    /// The browser has ended when its driver says so; helpers of it that are on their way out are
    /// ended at once. They are not waited for: a dead process can stay listed for seconds until it
    /// is reaped.
    private void endProcesses() {
        synchronized (processes) {
            processes.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void remember(Set<ProcessHandle> found) {
        synchronized (processes) {
            processes.addAll(found);
        }
    }

    private com.microsoft.playwright.Browser launched() {
        if (browser == null) {
            throw new IllegalStateException("the browser is not launched");
        }
        return browser;
    }

    private void throwIfKilled() {
        if (killed) {
            throw new BrowserGoneException("the browser was killed while starting");
        }
    }
}
