package dev.parallax.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class StoppableTest {
    private final Stoppable stoppable = new Stoppable();
    private final List<String> done = new ArrayList<>();

    @Test
    void cancellingDoesOnceWhatWasAskedFor() {
        stoppable.onCancel(() -> done.add("close the browser"));
        stoppable.onCancel(() -> done.add("close the file"));
        assertThat(stoppable.isCancelled()).isFalse();
        assertThat(done).isEmpty();

        stoppable.cancel();
        stoppable.cancel();

        assertThat(stoppable.isCancelled()).isTrue();
        assertThat(done).containsExactly("close the browser", "close the file");
        assertThatThrownBy(stoppable::throwIfCancelled).isInstanceOf(CancellationException.class);
    }

    @Test
    void whoAsksTooLateIsServedAtOnce() {
        stoppable.cancel();
        stoppable.onCancel(() -> done.add("late"));
        assertThat(done).containsExactly("late");
    }

    @Test
    void whatHasEndedHasNothingToStop() {
        stoppable.onCancel(() -> done.add("close the browser"));
        stoppable.end();
        stoppable.cancel();
        assertThat(done).isEmpty();
    }

    @Test
    void anActionMayAskForMore() {
        stoppable.onCancel(() -> stoppable.onCancel(() -> done.add("inner")));
        stoppable.cancel();
        assertThat(done).containsExactly("inner");
    }
}
