package dev.parallax.ui.shell;

import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The foot of the window: which file is open, and what is going on.
final class StatusBar extends HBox {

    StatusBar(ObservableValue<String> workspace, ObservableValue<String> activity) {
        Label file = Labels.caption("");
        file.setGraphic(Icons.of(Feather.DATABASE));
        file.setGraphicTextGap(6);
        file.textProperty().bind(workspace);
        Label now = Labels.caption("");
        now.textProperty().bind(activity);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("status-bar");
        getChildren().addAll(file, gap, now);
    }
}
