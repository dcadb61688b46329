package dev.parallax.ui.shell;

import dev.parallax.settings.TrustedWorkspace;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Labels;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The workspaces whose schedules may run on this machine, and how to take that back.
final class TrustedDialog {
    private final Node owner;
    private final ShellModel model;

    TrustedDialog(Node owner, ShellModel model) {
        this.owner = owner;
        this.model = model;
    }

    void show() {
        Set<TrustedWorkspace> forgotten = new HashSet<>();
        var rows = new VBox();
        for (TrustedWorkspace workspace : model.settings().get().trustedWorkspaces()) {
            rows.getChildren().add(row(workspace, rows, forgotten));
        }
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(Labels.body(Texts.of("trusted.none")));
        }
        new FormDialog(owner, Texts.of("trusted.title"), Texts.of("settings.save"))
                .explain(Texts.of("trusted.explain"))
                .content(rows)
                .show(() -> forgotten.forEach(model::forget));
    }

    private static Node row(
            TrustedWorkspace workspace, VBox rows, Set<TrustedWorkspace> forgotten) {
        Label path = Labels.body(workspace.path().toString());
        path.setMinWidth(0);
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        var row = new HBox(8, path);
        row.getChildren()
                .add(
                        Buttons.icon(
                                Texts.of("trusted.forget"),
                                Feather.X,
                                () -> {
                                    forgotten.add(workspace);
                                    rows.getChildren().remove(row);
                                }));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("list-row");
        return row;
    }
}
