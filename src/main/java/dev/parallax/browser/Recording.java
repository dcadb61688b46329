package dev.parallax.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.RecorderBridge;
import com.microsoft.playwright.options.WaitUntilState;
import dev.parallax.measure.BlockList;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A browser in a window, watched while a person uses a site. It is isolated like a run's browser,
/// so nothing of the person's own profile is in it; RUM collectors are blocked and the visitor is
/// marked as synthetic.
///
/// One thread starts, watches and closes it.
public final class Recording implements AutoCloseable {
    /// Hears what is recorded, on the thread that watches.
    public interface Listener {
        /// Something new was done.
        void added(RecordedAction action);

        /// The last thing done went on, such as the text of a field by one letter.
        void replaced(RecordedAction action);
    }

    /// Who uses the browser.
    interface Hand {
        /// Does the next thing on the thread that watches; a person needs no such help.
        ///
        /// @return false when everything is done
        boolean act(Page tab);
    }

    private static final Duration LAUNCH_LIMIT = Duration.ofSeconds(30);
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(30);
    private static final int KILL_GRACE_SECONDS = 2;

    private final BrowserInstallation installation;
    private final @Nullable Hand hand;
    private @Nullable EngineFolder folder;
    private @Nullable RecorderBridge bridge;
    private com.microsoft.playwright.@Nullable Browser browser;
    private @Nullable Watch watch;

    /// A recording in this browser that is not started yet.
    public Recording(BrowserInstallation installation) {
        this(installation, null);
    }

    /// @param hand uses the browser without a window; null for a person, who needs one
    Recording(BrowserInstallation installation, @Nullable Hand hand) {
        this.installation = installation;
        this.hand = hand;
    }

    /// Looks at an address before anything is started for it.
    ///
    /// @throws ProblemException (usage) unless it is an absolute http or https URL
    public static void requireWeb(String url) {
        Addresses.requireWeb(url);
    }

    /// Starts the browser.
    ///
    /// @throws ProblemException (environment) if there is no display, or the browser or its driver
    ///   does not start
    public void start() {
        if (hand == null) {
            requireDisplay(Platform.current(), System.getenv());
        }
        Driver.requireDriver();
        EngineFolder profiles = EngineFolder.ofThisProcess();
        profiles.enter();
        folder = profiles;
        try {
            bridge = RecorderBridge.start(Driver.environment(profiles.path()), this::heard);
            browser = launch(bridge, Sandbox.of(System.getenv(), profiles.path()));
        } catch (IOException | PlaywrightException failed) {
            throw Browser.notLaunched(installation, failed);
        }
    }

    static void requireDisplay(Platform platform, Map<String, String> environment) {
        boolean hasDisplay =
                !environment.getOrDefault("DISPLAY", "").isBlank()
                        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        if (platform == Platform.LINUX && !hasDisplay) {
            throw new ProblemException(
                    Problem.environment(
                            "no-display",
                            "cannot open a browser window to record in",
                            "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set",
                            "record on a machine with a screen, and bring the journey here with"
                                    + " journey export and journey import"));
        }
    }

    private com.microsoft.playwright.Browser launch(RecorderBridge started, Sandbox sandbox) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"));
        new Blocking(Beacons.known(), BlockList.NONE).browserArgument().ifPresent(arguments::add);
        return started.playwright()
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(installation.path())
                                .setHeadless(hand != null)
                                .setChromiumSandbox(sandbox.isOn())
                                .setTimeout((double) LAUNCH_LIMIT.toMillis())
                                .setArgs(arguments));
    }

    private void heard(JsonObject event) {
        if (watch != null) {
            watch.heard(event);
        }
    }

    /// Opens an address and watches until the person closes the last tab, or the progress is
    /// cancelled. Both are an ordinary end: what was heard until then stands.
    ///
    /// @param url absolute, http or https
    /// @throws ProblemException if the address is refused or cannot be opened
    public void watch(String url, Listener listener, Progress progress) {
        Addresses.requireWeb(url);
        progress.onCancel(this::killInAWhile);
        try {
            BrowserContext context = newContext();
            Watch watching = new Watch(context, listener);
            watch = watching;
            RecorderBridge.record(context, Watch.TEST_ID);
            open(context.newPage(), url);
            while (!progress.isCancelled() && !watching.isOver()) {
                if (!watching.hear() && hand != null && !hand.act(watching.newestTab())) {
                    return;
                }
            }
            watching.hear();
        } catch (PlaywrightException failed) {
            if (!Faults.isGone(failed)) {
                throw Faults.of(failed, "cannot record", OPEN_LIMIT);
            }
            // the window was closed at once, with everything in it
        }
    }

    private BrowserContext newContext() {
        com.microsoft.playwright.Browser launched = browser;
        if (launched == null) {
            throw new IllegalStateException("the recording is not started");
        }
        String userAgent = Browser.ownUserAgent(launched) + Browser.USER_AGENT_SUFFIX;
        var options = new NewContextOptions().setUserAgent(userAgent).setAcceptDownloads(false);
        if (hand == null) {
            options.setViewportSize(null);
        }
        return launched.newContext(options);
    }

    private static void open(Page tab, String url) {
        try {
            tab.navigate(
                    url,
                    new Page.NavigateOptions()
                            .setWaitUntil(WaitUntilState.COMMIT)
                            .setTimeout((double) OPEN_LIMIT.toMillis()));
        } catch (PlaywrightException failed) {
            if (Faults.isGone(failed)) {
                throw failed;
            }
            throw Faults.of(failed, "cannot open " + url, OPEN_LIMIT);
        }
    }

    /// A page that hangs blocks whoever asks it anything; then its browser is ended by force.
    private void killInAWhile() {
        CompletableFuture.delayedExecutor(KILL_GRACE_SECONDS, TimeUnit.SECONDS).execute(this::kill);
    }

    private void kill() {
        RecorderBridge running = bridge;
        if (running != null) {
            running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }

    /// Closes the browser's window and ends everything it started.
    @Override
    public void close() {
        closeBrowser();
        if (bridge != null) {
            List<ProcessHandle> left = bridge.process().descendants().toList();
            bridge.close();
            left.forEach(ProcessHandle::destroyForcibly);
        }
        bridge = null;
        if (folder != null) {
            folder.leave();
            folder = null;
        }
    }

    private void closeBrowser() {
        try {
            if (browser != null) {
                browser.close();
            }
        } catch (PlaywrightException _) {
            // it is gone already
        }
        browser = null;
    }
}
