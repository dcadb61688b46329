package dev.parallax.ui.compare;

import dev.parallax.metric.Dimension;
import dev.parallax.rum.ValueCount;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One dimension of the segment: which of its values take part, with the page views of each.
final class SegmentChip extends MenuButton {
    /// More values than a person looks through; the rare ones are reached by the data set's own
    /// screen.
    private static final int MOST_VALUES = 16;

    private final Dimension dimension;
    private final CompareModel model;
    private List<ValueCount> values = List.of();

    SegmentChip(Dimension dimension, CompareModel model) {
        this.dimension = dimension;
        this.model = model;
        setId("chip-" + dimension.key());
        getStyleClass().add("chip");
        model.matched().subscribe(_ -> label());
    }

    /// Shows the values with their counts.
    void show(List<ValueCount> newValues) {
        boolean same =
                values.stream()
                        .map(ValueCount::value)
                        .toList()
                        .equals(newValues.stream().map(ValueCount::value).toList());
        values = newValues;
        label();
        if (same && isShowing()) {
            return;
        }
        getItems().setAll(values.stream().limit(MOST_VALUES).map(this::item).toList());
        var all = new MenuItem(Texts.of("compare.anyvalue"));
        all.setOnAction(_ -> model.clear(dimension));
        getItems().addAll(new SeparatorMenuItem(), all);
    }

    private MenuItem item(ValueCount value) {
        var box = new CheckBox(value.value());
        box.setMouseTransparent(true);
        box.setFocusTraversable(false);
        box.setSelected(chosen().contains(value.value()));
        Label count = Labels.caption(Numbers.count(value.views()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(24, box, gap, count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(200);
        var item = new CustomMenuItem((Node) row, false);
        item.setOnAction(_ -> {
            model.toggle(dimension, value.value());
            box.setSelected(chosen().contains(value.value()));
        });
        return item;
    }

    private void label() {
        Set<String> chosen = chosen();
        Set<String> matched = model.matched().get().values().getOrDefault(dimension, Set.of());
        getStyleClass().removeAll("chosen", "matched");
        if (!chosen.isEmpty()) {
            setText(Texts.of("compare.chip", dimension.label(), String.join(", ", chosen)));
            getStyleClass().add("chosen");
        } else if (!matched.isEmpty()) {
            setText(
                    Texts.of(
                            "compare.chip.matched", dimension.label(), String.join(", ", matched)));
            getStyleClass().add("matched");
        } else {
            setText(dimension.label());
        }
    }

    private Set<String> chosen() {
        return model.segment().get().values().getOrDefault(dimension, Set.of());
    }
}
