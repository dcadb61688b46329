package dev.parallax.runner;

import dev.parallax.journey.Journey;
import dev.parallax.measure.Run;
import dev.parallax.progress.Progress;
import java.time.InstantSource;

/// Runs journeys. Whatever goes wrong on the way is in the [Run], which always comes back:
///
/// | status | when |
/// |---|---|
/// | ok | every step of every iteration was done |
/// | failed | a step failed; the iterations behind it are not walked, as they would fail too |
/// | failed | the deadline passed while a step was under way |
/// | not observed | no browser, a wrong request, or the engine died twice in one iteration |
/// | cancelled | somebody cancelled the progress |
///
/// An engine that dies once is an accident of the machine: it is started anew and the iteration is
/// walked again. Measured browser runs are alone on the machine, in this process and beside others
/// of this program; HTTP runs go beside them. A run is tainted when the machine was starved
/// meanwhile.
///
/// May be used by several threads; each run stays on the thread that asked for it.
public final class Runner {
    private final InstantSource clock;
    private final Walk.Opener browser;
    private final Walk.Opener http;

    /// A runner for both kinds of journey.
    ///
    /// @param clock says when a run started
    /// @param browser opens walks of browser journeys
    /// @param http opens walks of HTTP journeys
    public Runner(InstantSource clock, Walk.Opener browser, Walk.Opener http) {
        this.clock = clock;
        this.browser = browser;
        this.http = http;
    }

    /// Runs a journey and returns when it has ended and everything it started is gone.
    ///
    /// @param progress is told each iteration; cancelling it ends the run at once
    public Run run(RunRequest request, Progress progress) {
        var event = new RunEvent();
        event.begin();
        Run run = new Execution(request, progress, clock, opener(request.journey().kind())).run();
        event.journey = run.journey();
        event.iterations = run.iterations().size();
        event.status = run.status().key();
        event.commit();
        return run;
    }

    private Walk.Opener opener(Journey.Kind kind) {
        return switch (kind) {
            case BROWSER -> browser;
            case HTTP -> http;
        };
    }
}
