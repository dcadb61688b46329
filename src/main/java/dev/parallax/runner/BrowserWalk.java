package dev.parallax.runner;

import dev.parallax.browser.Beacons;
import dev.parallax.browser.Browser;
import dev.parallax.browser.BrowserGoneException;
import dev.parallax.browser.BrowserInstallation;
import dev.parallax.browser.Visit;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Screenshot;
import dev.parallax.measure.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Walks a journey in a browser. The browser is kept for all iterations of a run; each iteration is
/// a visitor of its own, without cookies, cache or connections of the one before.
public final class BrowserWalk implements Walk {
    private final RunRequest request;
    private final Texts texts;
    private final Supplier<BrowserInstallation> installation;
    private volatile @Nullable Browser browser;
    private volatile boolean aborted;

    private BrowserWalk(
            RunRequest request, Texts texts, Supplier<BrowserInstallation> installation) {
        this.request = request;
        this.texts = texts;
        this.installation = installation;
    }

    /// Opens walks in the browser that is there when a walk starts.
    ///
    /// @param installation finds it; throws a [dev.parallax.problem.ProblemException] if there is
    ///   none
    public static Walk.Opener opener(Supplier<BrowserInstallation> installation) {
        return (request, texts) -> new BrowserWalk(request, texts, installation);
    }

    @Override
    public void start() {
        Beacons beacons =
                switch (request.beacons()) {
                    case BLOCKED -> Beacons.known();
                    case SENT -> Beacons.SENT;
                };
        var starting = new Browser(installation.get(), beacons);
        browser = starting;
        if (aborted) {
            starting.kill();
        }
        lossTold(() -> {
            starting.launch();
            return starting;
        });
    }

    @Override
    public String engine() {
        return browser().engine();
    }

    /// As requested: what this engine cannot do it refuses.
    @Override
    public Profile applied() {
        return request.profile();
    }

    @Override
    public List<String> notes() {
        return browser().notes();
    }

    @Override
    public Iteration walk(int number) {
        return lossTold(() -> {
            try (Visit visit = browser().visit(request.profile(), request.limits().step())) {
                var visitor = new BrowserVisitor(visit, texts);
                List<StepResult> steps = Steps.walk(request.journey(), visitor);
                return finished(number, steps, visit);
            }
        });
    }

    private Iteration finished(int number, List<StepResult> steps, Visit visit) {
        try {
            visit.finish();
            Optional<Screenshot> screenshot =
                    isPictured(number, steps) ? visit.screenshot() : Optional.empty();
            return new Iteration(number, steps, visit.pages(), visit.exchanges(), screenshot);
        } catch (BrowserGoneException gone) {
            throw lost(gone).behind(steps);
        }
    }

    /// The last iteration stands for all that went well; a picture takes a fifth of a second.
    private boolean isPictured(int number, List<StepResult> steps) {
        return number == request.iterations()
                || steps.stream().anyMatch(StepResult.Failed.class::isInstance);
    }

    @Override
    public void abort() {
        aborted = true;
        Browser running = browser;
        if (running != null) {
            running.kill();
        }
    }

    @Override
    public void close() {
        Browser running = browser;
        if (running != null) {
            running.close();
        }
    }

    private Browser browser() {
        Browser running = browser;
        if (running == null) {
            throw new IllegalStateException("the walk is not started");
        }
        return running;
    }

    /// Does something; tells the loss of the browser in the words of walks.
    static <T> T lossTold(Supplier<T> body) {
        try {
            return body.get();
        } catch (BrowserGoneException gone) {
            throw lost(gone);
        }
    }

    private static LostEngineException lost(BrowserGoneException gone) {
        return new LostEngineException(String.valueOf(gone.getMessage()), gone);
    }
}
