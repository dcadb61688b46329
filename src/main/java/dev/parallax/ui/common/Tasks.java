package dev.parallax.ui.common;

import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The work of this session a person waits for, newest first: what the task drawer shows.
public final class Tasks {
    private static final int KEPT = 50;

    private final Executor window;
    private final ObservableList<Task> all =
            FXCollections.observableArrayList(task -> new javafx.beans.Observable[] {task.state()});
    private final IntegerBinding running =
            Bindings.createIntegerBinding(
                    () -> (int) all.stream().filter(Task::isRunning).count(), all);

    /// @param window runs what changes the list and its tasks
    public Tasks(Executor window) {
        this.window = window;
    }

    public ObservableList<Task> all() {
        return all;
    }

    /// How many are under way.
    public IntegerBinding running() {
        return running;
    }

    /// Forgets what has ended.
    public void clearEnded() {
        all.removeIf(task -> !task.isRunning());
    }

    Task start(String title) {
        var task = new Task(title, window);
        all.addFirst(task);
        if (all.size() > KEPT) {
            all.removeLast();
        }
        return task;
    }
}
