package dev.parallax.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BackgroundTest {
    private static final Problem BROKEN = Problem.usage("broken", "it is broken", "why", "mend it");

    private final List<Object> told = new ArrayList<>();
    private final Background background = Background.onCallersThread();

    @Test
    void handsOverTheResultAndThenEnds() {
        background.run("Count", _ -> 42, told::add, told::add, () -> told.add("ended"));
        assertThat(told).containsExactly(42, "ended");
        assertThat(background.tasks().all())
                .extracting(Task::title, task -> task.state().get())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Count", Task.State.DONE));
    }

    @Test
    void handsOverTheProblemOfWorkThatFails() {
        background.load(
                _ -> {
                    throw new ProblemException(BROKEN);
                },
                told::add,
                told::add);
        assertThat(told).containsExactly(BROKEN);
    }

    @Test
    void makesAProblemOfWhateverIsThrown() {
        background.load(
                _ -> {
                    throw new IllegalStateException("a bug");
                },
                told::add,
                told::add);
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.code()).isEqualTo("unexpected-failure");
                            assertThat(problem.why()).isEqualTo("a bug");
                        });
    }

    @Test
    void endsCancelledWorkWithoutAResult() {
        background.run(
                "Count",
                progress -> {
                    background.tasks().all().getFirst().cancel();
                    progress.throwIfCancelled();
                    return 42;
                },
                told::add,
                told::add,
                () -> told.add("ended"));
        assertThat(told).containsExactly("ended");
        assertThat(background.tasks().all().getFirst().state().get())
                .isEqualTo(Task.State.CANCELLED);
    }

    @Test
    void showsReportsAndEstimatesTheRest() {
        background.run(
                "Count",
                progress -> {
                    progress.report(0.5, "halfway");
                    Task task = background.tasks().all().getFirst();
                    told.add(task.what().get());
                    told.add(task.fraction().get());
                    told.add(task.remaining().isPresent());
                    told.add(background.tasks().running().get());
                    return 1;
                },
                _ -> {},
                told::add,
                () -> told.add(background.tasks().running().get()));
        assertThat(told).containsExactly("halfway", 0.5, true, 1, 0);
    }

    @Test
    void answersOnlyTheNewestOfQuestionsThatWait() {
        var waiting = new ArrayDeque<Runnable>();
        var slow = new Background(waiting::add, Runnable::run, new Tasks(Runnable::run));
        var latest = new Latest<Integer>(slow, told::add, told::add);
        latest.submit(_ -> 1);
        latest.submit(_ -> 2);
        latest.submit(_ -> 3);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(told).containsExactly(1, 3);
    }

    @Test
    void cancelsAQuestionThatANewerOneHasOvertaken() {
        var waiting = new ArrayDeque<Runnable>();
        var slow = new Background(waiting::add, Runnable::run, new Tasks(Runnable::run));
        var latest = new Latest<Integer>(slow, told::add, told::add);
        latest.submit(progress -> {
            progress.throwIfCancelled();
            return 1;
        });
        latest.submit(_ -> 2);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(told).containsExactly(2);
    }

    @Test
    void tellsNothingOfAQuestionThatWasCleared() {
        var waiting = new ArrayDeque<Runnable>();
        var slow = new Background(waiting::add, Runnable::run, new Tasks(Runnable::run));
        var latest = new Latest<Integer>(slow, told::add, told::add);
        latest.submit(_ -> 1);
        latest.clear();
        latest.submit(_ -> 2);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(told).containsExactly(2);
    }

    @Test
    void goesOnAfterAFailedQuestion() {
        var latest = new Latest<Integer>(background, told::add, told::add);
        latest.submit(_ -> {
            throw new ProblemException(BROKEN);
        });
        latest.submit(_ -> 2);
        assertThat(told).containsExactly(BROKEN, 2);
    }

    @Test
    void countsRepeatedProblemsInsteadOfStackingThem() {
        var problems = new Problems();
        problems.show(BROKEN);
        problems.show(BROKEN);
        assertThat(problems.shown())
                .extracting(occurrence -> occurrence.times().get())
                .containsExactly(2);
        problems.dismiss(problems.shown().getFirst());
        assertThat(problems.shown()).isEmpty();
    }
}
