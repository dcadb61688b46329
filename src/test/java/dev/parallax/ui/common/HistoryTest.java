package dev.parallax.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    @Test
    void goesBackAndForth() {
        var history = new History<String>();
        assertThat(history.undo()).isEmpty();
        history.enter("a");
        assertThat(history.undoable().get()).isFalse();
        history.enter("b");
        assertThat(history.undo()).contains("a");
        assertThat(history.redoable().get()).isTrue();
        assertThat(history.redo()).contains("b");
        assertThat(history.redo()).isEmpty();
    }

    @Test
    void forgetsWhatWasTakenBackOnceSomethingElseIsDone() {
        var history = new History<String>();
        history.enter("a");
        history.enter("b");
        history.undo();
        history.enter("c");
        assertThat(history.redoable().get()).isFalse();
        assertThat(history.undo()).contains("a");
    }

    @Test
    void theSameStateAgainIsNoStep() {
        var history = new History<String>();
        history.enter("a");
        history.enter("a");
        assertThat(history.undoable().get()).isFalse();
    }

    /// The plain model of a history: a list and a place in it.
    @Test
    void behavesAsAListWithAPlaceInIt() {
        var random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            var history = new History<Integer>();
            List<Integer> states = new ArrayList<>();
            int place = -1;
            for (int i = 0; i < 60; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        boolean possible = place > 0;
                        assertThat(history.undoable().get()).isEqualTo(possible);
                        var state = history.undo();
                        assertThat(state.isPresent()).isEqualTo(possible);
                        if (possible) {
                            place--;
                            assertThat(state).contains(states.get(place));
                        }
                    }
                    case 1 -> {
                        boolean possible = place < states.size() - 1;
                        assertThat(history.redoable().get()).isEqualTo(possible);
                        var state = history.redo();
                        assertThat(state.isPresent()).isEqualTo(possible);
                        if (possible) {
                            place++;
                            assertThat(state).contains(states.get(place));
                        }
                    }
                    default -> {
                        int state = random.nextInt(4);
                        history.enter(state);
                        if (place < 0 || states.get(place) != state) {
                            states = new ArrayList<>(states.subList(0, place + 1));
                            states.add(state);
                            place++;
                        }
                    }
                }
            }
        }
    }
}
