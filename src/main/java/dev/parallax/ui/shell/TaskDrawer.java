package dev.parallax.ui.shell;

import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Task;
import dev.parallax.ui.common.Tasks;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.EmptyState;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The work of this session: what runs with its progress, estimate and a way to stop it, and how
/// the rest went.
final class TaskDrawer extends VBox {
    private final VBox rows = new VBox();

    TaskDrawer(Tasks tasks, Runnable close) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head =
                new HBox(
                        8,
                        Labels.heading(Texts.of("tasks.title")),
                        gap,
                        Buttons.link(Texts.of("tasks.clear"), tasks::clearEnded),
                        Buttons.icon(Texts.of("tasks.close"), Feather.X, close));
        head.getStyleClass().add("card-head");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("task-drawer");
        getChildren().addAll(head, scroll);
        ListChangeListener<Task> refill =
                change -> {
                    while (change.next()) {
                        if (change.wasAdded() || change.wasRemoved()) {
                            fill(tasks);
                            return;
                        }
                    }
                };
        tasks.all().addListener(refill);
        fill(tasks);
    }

    private void fill(Tasks tasks) {
        if (tasks.all().isEmpty()) {
            rows.getChildren()
                    .setAll(
                            new EmptyState(
                                    Feather.CHECK_CIRCLE,
                                    Texts.of("tasks.none"),
                                    Texts.of("tasks.none.hint")));
            return;
        }
        rows.getChildren().setAll(tasks.all().stream().map(TaskDrawer::row).toList());
    }

    private static Node row(Task task) {
        Label title = Labels.paragraph(task.title());
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button cancel = Buttons.icon(Texts.of("tasks.cancel"), Feather.X_CIRCLE, task::cancel);
        cancel.visibleProperty().bind(task.state().isEqualTo(Task.State.RUNNING));
        var sign = new StackPane();
        task.state().subscribe(state -> sign.getChildren().setAll(sign(state)));
        var top = new HBox(8, sign, title, cancel);
        top.setAlignment(Pos.CENTER_LEFT);
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        Double.isNaN(task.fraction().get())
                                                ? ProgressBar.INDETERMINATE_PROGRESS
                                                : task.fraction().get(),
                                task.fraction()));
        bar.visibleProperty().bind(cancel.visibleProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        Label part = Labels.caption("");
        part.textProperty().bind(task.what());
        part.setWrapText(true);
        part.setMinHeight(USE_PREF_SIZE);
        Label left = Labels.caption("");
        left.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> left(task), task.what(), task.fraction(), task.state()));
        left.managedProperty().bind(left.textProperty().isNotEmpty());
        var row = new VBox(8, top, bar, new VBox(part, left));
        row.getStyleClass().add("task-row");
        return row;
    }

    private static String left(Task task) {
        return task.remaining().map(left -> Texts.of("tasks.left", inSeconds(left))).orElse("");
    }

    /// An estimate has no tenths.
    private static String inSeconds(Duration left) {
        return left.toSeconds() < 60
                ? Texts.of("tasks.seconds", Math.max(1, left.toSeconds()))
                : Numbers.duration(left);
    }

    private static Node sign(Task.State state) {
        return switch (state) {
            case RUNNING -> Icons.of(Feather.LOADER);
            case DONE -> Icons.of(Feather.CHECK_CIRCLE, "success-icon");
            case FAILED -> Icons.of(Feather.ALERT_CIRCLE, "danger-icon");
            case CANCELLED -> Icons.of(Feather.SLASH);
        };
    }
}
