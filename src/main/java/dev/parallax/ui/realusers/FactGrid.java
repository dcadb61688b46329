package dev.parallax.ui.realusers;

import dev.parallax.ui.controls.Labels;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// A table of a few rows that is read rather than worked with: no sorting, no scrolling, nothing
/// cut off.
final class FactGrid extends GridPane {
    private final int columns;

    /// @param header one name a column; numbers, which stand to the right, begin with `#`, and the
    ///   one that begins with `*` takes the room that is left
    FactGrid(List<String> header) {
        super(20, 8);
        columns = header.size();
        setMinHeight(USE_PREF_SIZE);
        for (int i = 0; i < columns; i++) {
            String name = header.get(i);
            var column = new ColumnConstraints();
            if (name.startsWith("#")) {
                column.setHalignment(HPos.RIGHT);
                column.setMinWidth(USE_PREF_SIZE);
            } else if (name.startsWith("*")) {
                column.setHgrow(Priority.ALWAYS);
            } else {
                column.setMinWidth(USE_PREF_SIZE);
            }
            getColumnConstraints().add(column);
            add(Labels.caption(name.replaceFirst("^[#*]", "")), i, 0);
        }
    }

    /// Adds a row; texts become labels.
    FactGrid row(Object... cells) {
        int row = getRowCount();
        for (int i = 0; i < columns && i < cells.length; i++) {
            add(cells[i] instanceof Node node ? node : text(String.valueOf(cells[i])), i, row);
        }
        return this;
    }

    private static Label text(String text) {
        Label label = Labels.paragraph(text);
        if (text.length() > 40) {
            label.setTooltip(new Tooltip(text));
        }
        return label;
    }
}
