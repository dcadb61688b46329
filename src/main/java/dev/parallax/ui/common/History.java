package dev.parallax.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// The states somebody went through, so that each step can be taken back and taken again.
///
/// @param <T> a state; states are compared by `equals`
public final class History<T> {
    private static final int MOST = 200;

    private final Deque<T> past = new ArrayDeque<>();
    private final Deque<T> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private @Nullable T present;

    /// A new state was entered by doing something. What was taken back before cannot be taken again
    /// then. The same state again is no step.
    public void enter(T state) {
        if (state.equals(present)) {
            return;
        }
        if (present != null) {
            past.push(present);
            if (past.size() > MOST) {
                past.removeLast();
            }
        }
        future.clear();
        present = state;
        tell();
    }

    /// Another state stands for the present one, without a step: what the program chose for
    /// somebody who has not chosen yet.
    public void replace(T state) {
        present = state;
    }

    /// Goes a step back.
    ///
    /// @return the state before; empty if there is none
    public Optional<T> undo() {
        return step(past, future);
    }

    /// Takes a step again that was taken back.
    public Optional<T> redo() {
        return step(future, past);
    }

    private Optional<T> step(Deque<T> from, Deque<T> to) {
        T state = from.poll();
        if (state == null) {
            return Optional.empty();
        }
        if (present != null) {
            to.push(present);
        }
        present = state;
        tell();
        return Optional.of(state);
    }

    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    private void tell() {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
    }
}
