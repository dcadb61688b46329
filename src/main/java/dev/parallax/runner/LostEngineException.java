package dev.parallax.runner;

import dev.parallax.measure.StepResult;
import java.time.Duration;
import java.util.List;

/// The browser or HTTP client went away on the way: killed, crashed or aborted. Never the site's
/// failure by itself; whoever aborted knows why.
public final class LostEngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<StepResult> steps;
    private final String during;
    private final transient Duration underWay;

    /// The engine went away outside any step.
    public LostEngineException(String message, Throwable cause) {
        this(message, cause, List.of(), "", Duration.ZERO);
    }

    private LostEngineException(
            String message,
            Throwable cause,
            List<StepResult> steps,
            String during,
            Duration underWay) {
        super(message, cause);
        this.steps = List.copyOf(steps);
        this.during = during;
        this.underWay = underWay;
    }

    /// The same loss, placed: it happened in the step `during`, which had taken so long already.
    LostEngineException in(String step, Duration took, List<StepResult> done) {
        return new LostEngineException(String.valueOf(getMessage()), this, done, step, took);
    }

    /// The same loss behind the last step.
    LostEngineException behind(List<StepResult> done) {
        return in("", Duration.ZERO, done);
    }

    /// The steps finished before.
    List<StepResult> steps() {
        return steps;
    }

    /// The label of the step under way, empty if it was none.
    String during() {
        return during;
    }

    Duration underWay() {
        return underWay;
    }
}
