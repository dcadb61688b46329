package dev.parallax.ui.compare;

import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.ui.common.History;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A question that is put together from parts which are chosen one by one. Every change is a step
/// that can be undone.
///
/// @param <Q> what is asked
public final class Asking<Q extends ComparisonQuestion> {

    /// The parts as they are chosen.
    interface Parts<Q> {
        /// What they ask together; empty as long as one is missing.
        Optional<Q> read();

        /// Chooses the parts of a question.
        void write(Q question);
    }

    private final Parts<Q> parts;
    private final History<Q> history = new History<>();
    private final ReadOnlyObjectWrapper<Optional<Q>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// The question taken last as a whole, which may say more than the parts can, and what the
    /// parts made of it: as long as they say the same, it stays.
    private @Nullable Q taken;

    private Optional<Q> takenAsParts = Optional.empty();

    /// While several parts change at once, which is one step.
    private boolean changing;

    Asking(Parts<Q> parts) {
        this.parts = parts;
    }

    /// What is asked now, empty as long as a part of it is missing.
    public ReadOnlyObjectProperty<Optional<Q>> question() {
        return question.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoable() {
        return history.undoable();
    }

    public ReadOnlyBooleanProperty redoable() {
        return history.redoable();
    }

    /// Asks what was asked before.
    public void undo() {
        history.undo().ifPresent(this::take);
    }

    public void redo() {
        history.redo().ifPresent(this::take);
    }

    /// Asks another question as a whole, in one step.
    public void ask(Q other) {
        history.enter(other);
        take(other);
    }

    /// A part was changed.
    void changed() {
        if (!changing) {
            read().ifPresent(asked -> {
                history.enter(asked);
                question.set(Optional.of(asked));
            });
        }
    }

    /// Asks what the parts say now instead of what was asked, without a step: a part was chosen for
    /// somebody, not by somebody.
    void instead() {
        if (!changing) {
            read().ifPresent(asked -> {
                history.replace(asked);
                question.set(Optional.of(asked));
            });
        }
    }

    /// Asks again what may have another answer now.
    void again() {
        question.set(Optional.empty());
        changed();
    }

    /// Changes parts without asking.
    void quietly(Runnable change) {
        boolean before = changing;
        changing = true;
        change.run();
        changing = before;
    }

    boolean isChanging() {
        return changing;
    }

    private void take(Q other) {
        quietly(() -> parts.write(other));
        taken = other;
        takenAsParts = parts.read();
        question.set(Optional.of(other));
    }

    private Optional<Q> read() {
        Optional<Q> asked = parts.read();
        return asked.isPresent() && asked.equals(takenAsParts) ? Optional.ofNullable(taken) : asked;
    }
}
