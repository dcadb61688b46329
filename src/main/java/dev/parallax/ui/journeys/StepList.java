package dev.parallax.ui.journeys;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The steps of a journey, to read: the prelude first, then what is measured, page by page.
final class StepList extends VBox {
    private static final double KIND_WIDTH = 64;

    void show(Journey journey) {
        getStyleClass().setAll("step-list");
        getChildren().clear();
        if (!journey.prelude().isEmpty()) {
            getChildren().add(section(Texts.of("journeys.prelude")));
            add(journey.prelude());
            getChildren().add(section(Texts.of("journeys.measured")));
        }
        add(journey.steps());
    }

    private void add(List<Step> steps) {
        int number = 1;
        for (Step step : steps) {
            getChildren().add(step instanceof Step.PageMark mark ? mark(mark) : row(number, step));
            number++;
        }
    }

    private static Node section(String title) {
        Label label = Labels.caption(title);
        label.getStyleClass().add("step-section");
        return label;
    }

    private static Node row(int number, Step step) {
        StepWords words = StepWords.of(step);
        Label index = Labels.caption(String.valueOf(number));
        index.getStyleClass().add("step-number");
        Label kind = Labels.caption(words.kind());
        kind.setMinWidth(KIND_WIDTH);
        Label label = Labels.body(step.label());
        Label detail = Labels.caption(words.detail());
        detail.getStyleClass().add("code");
        detail.setTooltip(new Tooltip(words.detail()));
        var text = new VBox(2, label, detail);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(12, index, Icons.of(words.icon()), kind, text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("step-row");
        return row;
    }

    /// A page mark separates the steps: what was loaded up to here is measured under its name.
    private static Node mark(Step.PageMark mark) {
        Label label = Labels.body(Texts.of("journeys.measures", mark.page()));
        label.setGraphic(Icons.of(StepWords.of(mark).icon(), "accent-icon"));
        label.setGraphicTextGap(8);
        var row = new HBox(label);
        row.getStyleClass().add("page-mark");
        return row;
    }
}
