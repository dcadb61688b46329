package dev.parallax.runner;

import dev.parallax.browser.Beacons;
import dev.parallax.browser.Browser;
import dev.parallax.browser.BrowserGoneException;
import dev.parallax.browser.BrowserInstallation;
import dev.parallax.browser.Recordings;
import dev.parallax.browser.Visit;
import dev.parallax.journey.Variables;
import dev.parallax.measure.BlockList;
import dev.parallax.measure.Cache;
import dev.parallax.measure.Evidence;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Screenshot;
import dev.parallax.measure.StepResult;
import dev.parallax.measure.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Walks a journey in a browser. The browser is kept for all iterations of a run; each iteration is
/// a visitor of its own, without cookies, cache or connections of the one before.
public final class BrowserWalk implements Walk {
    /// Films are held in memory until the run has ended and the median iteration is known.
    private static final int MOST_FILMED = 20;

    private final RunRequest request;
    private final Texts texts;
    private final Supplier<BrowserInstallation> installation;
    private final boolean secret;
    private final CpuScore score;
    private @Nullable Visit first;
    private double benchmark = -1;
    private AccessNetwork network = AccessNetwork.UNSHAPED;
    private volatile @Nullable Browser browser;
    private volatile boolean aborted;

    private BrowserWalk(
            RunRequest request,
            Texts texts,
            Supplier<BrowserInstallation> installation,
            CpuScore score) {
        this.request = request;
        this.texts = texts;
        this.installation = installation;
        this.score = score;
        this.secret =
                Variables.mentionsSecret(
                        request.journey().toString() + request.inputs().variables());
    }

    /// Opens walks in the browser that is there when a walk starts, or in the remote one that is
    /// asked for.
    ///
    /// @param installation finds it; throws a [ProblemException] if there is none
    public static Walk.Opener opener(Supplier<BrowserInstallation> installation) {
        var score = new CpuScore();
        return (request, texts) -> new BrowserWalk(request, texts, installation, score);
    }

    @Override
    public void start() {
        Beacons beacons =
                switch (request.beacons()) {
                    case BLOCKED -> Beacons.known();
                    case SENT -> Beacons.SENT;
                };
        BlockList blocked = request.profile().blockList();
        var starting =
                request.remote()
                        .map(address -> Browser.remote(address, beacons, blocked))
                        .orElseGet(() -> new Browser(installation.get(), beacons, blocked));
        browser = starting;
        network = AccessNetwork.of(request.profile().network(), starting::blocks);
        if (aborted) {
            starting.kill();
        }
        lossTold(() -> {
            starting.launch();
            benchmark = score.of(starting);
            return starting;
        });
    }

    @Override
    public String engine() {
        return browser().engine();
    }

    @Override
    public String driver() {
        return browser().driver();
    }

    /// As requested, with the numbers DevTools is given: what this engine cannot do it refuses.
    @Override
    public Profile applied() {
        Profile asked = request.profile();
        return asked.withNetwork(asked.network().applied());
    }

    @Override
    public double benchmark() {
        return benchmark;
    }

    @Override
    public List<String> notes() {
        var notes = new ArrayList<>(browser().notes());
        notes.addAll(ProfileNotes.of(request.profile(), benchmark));
        notes.addAll(AccessNetwork.browserNotes(request.profile().network()));
        Recording wanted = request.recording();
        if (!wanted.equals(Recording.NONE) && secret) {
            notes.add("no filmstrip and no trace: the journey uses secrets");
        } else if (wanted.film() == Recording.Film.YES) {
            notes.add("the pages were filmed, which takes some of the browser's time");
        }
        return notes;
    }

    @Override
    public Iteration walk(int number) {
        return switch (request.profile().cacheState()) {
            case COLD -> walkCold(number);
            case WARM -> {
                Iteration before = walkAndStay(number);
                yield before.failure().isPresent() ? before : walkAgain(number);
            }
            case BOTH -> isFirst(number) ? walkAndStay(number) : walkSecond(number);
        };
    }

    /// First and repeat views take turns.
    private static boolean isFirst(int number) {
        return number % 2 == 1;
    }

    /// A repeat view; if the browser was lost behind the first view, that is walked once more.
    private Iteration walkSecond(int number) {
        if (first == null) {
            Iteration before = walkAndStay(number);
            if (before.failure().isPresent()) {
                return before;
            }
        }
        return walkAgain(number);
    }

    private Iteration walkCold(int number) {
        return lossTold(() -> {
            try (var watch = new StepWatch(request.limits().step(), browser()::kill);
                    Visit visit = visit(recordings(number))) {
                return walk(number, visit, watch);
            }
        });
    }

    /// Walks as a new visitor, who will come back.
    private Iteration walkAndStay(int number) {
        leave();
        return lossTold(() -> {
            Visit visit = visit(recordings(number));
            first = visit;
            try (var watch = new StepWatch(request.limits().step(), browser()::kill)) {
                return walk(number, visit, watch);
            }
        });
    }

    /// Walks as the visitor of [#walkAndStay] who has come back.
    private Iteration walkAgain(int number) {
        Visit visit = Objects.requireNonNull(first);
        return lossTold(() -> {
            try (var watch = new StepWatch(request.limits().step(), browser()::kill)) {
                try (var _ = watch.watchGrace()) {
                    visit.repeat();
                }
                return walk(number, visit, watch).with(Cache.WARM);
            } finally {
                leave();
            }
        });
    }

    private void leave() {
        Visit visit = first;
        first = null;
        if (visit != null) {
            visit.close();
        }
    }

    private Iteration walk(int number, Visit visit, StepWatch watch) {
        var visitor = new BrowserVisitor(visit, texts, watch);
        List<StepResult> steps = Steps.walk(request.journey(), visitor);
        return finished(number, steps, visit, watch);
    }

    private Recordings recordings(int number) {
        return request.recording().film() == Recording.Film.YES && !secret && number <= MOST_FILMED
                ? new Recordings(Recordings.Film.ON, Recordings.Tracing.OFF)
                : Recordings.NONE;
    }

    @Override
    public Optional<Trace> trace() {
        if (secret) {
            return Optional.empty();
        }
        var recordings = new Recordings(Recordings.Film.OFF, Recordings.Tracing.ON);
        return lossTold(() -> {
            try (var watch = new StepWatch(request.limits().step(), browser()::kill);
                    Visit visit = visit(recordings)) {
                Steps.walk(request.journey(), new BrowserVisitor(visit, texts, watch));
                try (var _ = watch.watchGrace()) {
                    return visit.trace();
                }
            }
        });
    }

    private Visit visit(Recordings recordings) {
        network.newVisitor();
        return browser()
                .visit(request.profile(), request.limits().step(), recordings, network.gateway());
    }

    private Iteration finished(int number, List<StepResult> steps, Visit visit, StepWatch watch) {
        try (var _ = watch.watchGrace()) {
            if (!watch.hasEnded()) {
                visit.finish();
            }
            Optional<Screenshot> screenshot =
                    isPictured(number, steps) && !watch.hasEnded()
                            ? visit.screenshot()
                            : Optional.empty();
            return new Iteration(
                    number,
                    steps,
                    visit.pages(),
                    visit.exchanges(),
                    new Evidence(
                            screenshot, visit.filmstrip(), visit.messages(), Optional.empty()));
        } catch (BrowserGoneException gone) {
            if (watch.hasEnded()) {
                return hung(number, steps, visit);
            }
            throw lost(gone).behind(steps);
        }
    }

    /// The browser was ended because the page hung: what it had told before is kept.
    private static Iteration hung(int number, List<StepResult> steps, Visit visit) {
        List<Exchange> exchanges = List.of();
        return new Iteration(
                number,
                steps,
                visit.pages(),
                exchanges,
                new Evidence(
                        Optional.empty(), visit.filmstrip(), visit.messages(), Optional.empty()));
    }

    /// The last iteration stands for all that went well; a picture takes a fifth of a second.
    private boolean isPictured(int number, List<StepResult> steps) {
        return number == request.walks()
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
        network.close();
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
