package dev.parallax.runner;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.PageTemplate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

/// Walks of a run that do what a test wrote down, one entry an iteration, over all walks opened.
final class ScriptedWalk implements Walk {
    /// What happens in one iteration.
    interface Act extends BiFunction<ScriptedWalk, Integer, Iteration> {}

    /// The script and what became of it.
    static final class Script implements Opener {
        final Queue<Act> acts = new ArrayDeque<>();
        int opened;
        int closed;
        Texts texts;

        Script(Act... acts) {
            this.acts.addAll(List.of(acts));
        }

        @Override
        public Walk open(RunRequest request, Texts filled) {
            opened++;
            texts = filled;
            return new ScriptedWalk(request, this);
        }
    }

    final RunRequest request;
    final Script script;
    final CountDownLatch aborted = new CountDownLatch(1);

    private ScriptedWalk(RunRequest request, Script script) {
        this.request = request;
        this.script = script;
    }

    /// Every step is done.
    static Iteration done(ScriptedWalk walk, int number) {
        return iteration(number, List.of(new StepResult.Done("step", Duration.ofMillis(5), null)));
    }

    static Iteration iteration(int number, List<StepResult> steps) {
        String url = "http://shop.test/?key=s3%20cret";
        return new Iteration(
                number,
                steps,
                List.of(new PageResult("home", url, new PageTemplate("/"), Map.of())),
                List.of(new Exchange("GET", url, 200, "document", "h2", 0, Phases.NONE, 10, null)),
                Optional.empty());
    }

    /// The engine dies.
    static Act lost() {
        return (walk, number) -> {
            throw new LostEngineException("it died", new IllegalStateException("dead"));
        };
    }

    /// A step hangs until the walk is aborted.
    static Iteration hangs(ScriptedWalk walk, int number) {
        try {
            walk.aborted.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new LostEngineException("aborted", new IllegalStateException("aborted"))
                .in(
                        "Pay",
                        Duration.ofSeconds(7),
                        List.of(new StepResult.Done("Open", Duration.ZERO, null)));
    }

    @Override
    public void start() {}

    @Override
    public String engine() {
        return "Script 1";
    }

    @Override
    public Profile applied() {
        return request.profile();
    }

    @Override
    public List<String> notes() {
        return List.of("scripted");
    }

    @Override
    public Iteration walk(int number) {
        return script.acts.remove().apply(this, number);
    }

    @Override
    public void abort() {
        aborted.countDown();
    }

    @Override
    public void close() {
        script.closed++;
    }
}
