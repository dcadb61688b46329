package dev.parallax.ui.compare;

import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Numbers of the compared users and of all, side by side, each with its 95 % interval.
final class SidesTable extends GridPane {
    private static final double NAME_PART = 24;
    private static final double VALUE_PART = 15;
    private static final double INTERVAL_PART = 23;

    /// A number in words.
    ///
    /// @param interval empty if it has none
    record Figure(String value, String interval) {
        static Figure of(String value) {
            return new Figure(value, "");
        }
    }

    /// @param compared the users like the lab
    /// @param all everybody
    record Row(String name, Figure compared, Figure all) {}

    SidesTable() {
        super(8, 6);
        for (double part :
                new double[] {NAME_PART, VALUE_PART, INTERVAL_PART, VALUE_PART, INTERVAL_PART}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(part);
            column.setHalignment(part == NAME_PART ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
    }

    void show(List<Row> rows) {
        getChildren().clear();
        addRow(
                0,
                Labels.caption(""),
                Labels.caption(Texts.of("numbers.compared")),
                Labels.caption(Texts.of("numbers.interval")),
                Labels.caption(Texts.of("numbers.all")),
                Labels.caption(Texts.of("numbers.interval")));
        int line = 1;
        for (Row row : rows) {
            addRow(
                    line++,
                    Labels.body(row.name()),
                    number(row.compared().value()),
                    interval(row.compared().interval()),
                    number(row.all().value()),
                    interval(row.all().interval()));
        }
    }

    private static Label number(String text) {
        Label label = Labels.body(text);
        label.getStyleClass().add("number");
        return label;
    }

    private static Label interval(String text) {
        Label label = Labels.caption(text);
        label.getStyleClass().add("number");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
