package dev.parallax.ui.checks.run;

import dev.parallax.ui.controls.Labels;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// Names to the left, what is known of each to the right.
final class Facts extends GridPane {
    private static final double NAME_WIDTH = 128;

    Facts() {
        super(16, 4);
        var names = new ColumnConstraints(NAME_WIDTH);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
        getStyleClass().add("facts");
    }

    /// Adds a line, unless nothing is known.
    Facts add(String name, String value) {
        if (!value.isEmpty()) {
            Label known = Labels.paragraph(value);
            line(name, known);
        }
        return this;
    }

    /// Adds a line that programs read: header names, addresses.
    Facts code(String name, String value) {
        if (!value.isEmpty()) {
            Label known = Labels.paragraph(value);
            known.getStyleClass().add("code");
            line(name, known);
        }
        return this;
    }

    /// Adds a heading over the lines that follow.
    Facts section(String title) {
        Label heading = Labels.heading(title);
        heading.getStyleClass().add("facts-section");
        add(heading, 0, getRowCount(), 2, 1);
        getRowConstraints().add(new RowConstraints());
        return this;
    }

    private void line(String name, Label value) {
        int row = getRowCount();
        Label label = Labels.caption(name);
        label.setWrapText(true);
        add(label, 0, row);
        add(value, 1, row);
        var top = new RowConstraints();
        top.setValignment(VPos.TOP);
        getRowConstraints().add(top);
    }
}
