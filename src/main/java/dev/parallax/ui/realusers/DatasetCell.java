package dev.parallax.ui.realusers;

import dev.parallax.rum.Dataset;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
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
        boolean isAggregate = dataset.kind() == Dataset.Kind.AGGREGATES;
        Label name = Labels.body(dataset.name());
        name.setTooltip(new Tooltip(dataset.name()));
        var words =
                new VBox(2, name, Labels.caption(size(dataset)), Labels.caption(period(dataset)));
        words.setMinWidth(0);
        var row = new HBox(12, Icons.of(isAggregate ? Feather.LAYERS : Feather.DATABASE), words);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setGraphic(row);
    }

    private static String size(Dataset dataset) {
        boolean isAllLeftOut =
                dataset.kind() == Dataset.Kind.PAGE_VIEWS
                        && dataset.pageViews() == 0
                        && dataset.rows() > 0;
        long count =
                switch (dataset.kind()) {
                    case PAGE_VIEWS -> isAllLeftOut ? dataset.rows() : dataset.pageViews();
                    case AGGREGATES -> dataset.rows();
                };
        return isAllLeftOut
                ? Texts.of("realusers.allleftout", Numbers.count(count))
                : Texts.capital(Amounts.of(dataset.kind(), count));
    }

    private static String period(Dataset dataset) {
        var first = dataset.first();
        var last = dataset.last();
        return first == null || last == null
                ? Texts.of("realusers.notime.short")
                : Numbers.period(first, last);
    }
}
