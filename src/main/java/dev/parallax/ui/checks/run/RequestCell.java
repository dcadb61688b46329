package dev.parallax.ui.checks.run;

import dev.parallax.measure.Exchange;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.controls.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A request in a row of the waterfall.
final class RequestCell extends ListCell<Exchange> {
    static final double HEIGHT = 24;
    private static final double GAP = 8;
    private static final double NAME_WIDTH = 152;
    private static final double STATUS_WIDTH = 32;
    private static final double SIZE_WIDTH = 64;

    /// Where the bars begin.
    static final double GUTTER = NAME_WIDTH + STATUS_WIDTH + SIZE_WIDTH + 3 * GAP;

    /// What is left free to the right of the bars, where a scroll bar may be.
    static final double MARGIN = 16;

    private final Label name = Labels.body("");
    private final Label status = Labels.caption("");
    private final Label size = Labels.caption("");
    private final Tooltip address = new Tooltip();
    private final PhaseBars bars;
    private final HBox row;

    RequestCell(TimeLine time) {
        bars = new PhaseBars(time);
        HBox.setHgrow(bars, Priority.ALWAYS);
        fix(name, NAME_WIDTH);
        fix(status, STATUS_WIDTH);
        fix(size, SIZE_WIDTH);
        size.setAlignment(Pos.CENTER_RIGHT);
        address.setWrapText(true);
        address.setMaxWidth(560);
        name.setTooltip(address);
        row = new HBox(GAP, name, status, size, bars);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("request-cell");
        // as wide whether there is a scroll bar or not, so that bars and ruler agree
        setPrefWidth(0);
        listViewProperty()
                .subscribe(list -> {
                    if (list != null) {
                        row.maxWidthProperty().bind(list.widthProperty().subtract(MARGIN));
                        row.minWidthProperty().bind(row.maxWidthProperty());
                    }
                });
    }

    private static void fix(Label label, double width) {
        label.setMinWidth(width);
        label.setMaxWidth(width);
    }

    @Override
    protected void updateItem(@Nullable Exchange exchange, boolean empty) {
        super.updateItem(exchange, empty);
        if (empty || exchange == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(Words.name(exchange.url()));
        address.setText(exchange.method() + " " + exchange.url());
        status.setText(Words.status(exchange));
        status.getStyleClass().remove("danger-text");
        name.getStyleClass().remove("danger-text");
        if (exchange.isFailed()) {
            status.getStyleClass().add("danger-text");
            name.getStyleClass().add("danger-text");
        }
        size.setText(Numbers.bytes(exchange.transferBytes()));
        bars.show(exchange.startMillis(), exchange.phases());
        setAccessibleText(Words.spoken(exchange));
        setGraphic(row);
    }
}
