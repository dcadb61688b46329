package dev.parallax.ui.realusers;

import dev.parallax.rum.Dataset;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A data set in the list.
final class DatasetCell extends ListCell<Dataset> {
    @Override
    protected void updateItem(@Nullable Dataset dataset, boolean empty) {
        super.updateItem(dataset, empty);
        if (empty || dataset == null) {
            setGraphic(null);
            return;
        }
        var words =
                new VBox(
                        2,
                        Labels.body(dataset.name()),
                        Labels.caption(
                                Texts.of("realusers.views", Numbers.count(dataset.pageViews()))));
        words.setMinWidth(0);
        var row = new HBox(12, Icons.of(Feather.DATABASE), words);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setGraphic(row);
    }
}
