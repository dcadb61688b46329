package dev.parallax.ui.controls;

import dev.parallax.metric.Dimension;
import dev.parallax.rum.ValueCount;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
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
public final class SegmentChip extends MenuButton {
    /// More values than a person looks through.
    private static final int MOST_VALUES = 40;

    private static final double ROW_WIDTH = 232;

    /// Who keeps the segment.
    public interface Choosing {
        /// The values that are chosen; none if the dimension does not matter.
        Set<String> chosen(Dimension dimension);

        /// The values that take part though nobody chose them.
        default Set<String> implied(Dimension dimension) {
            return Set.of();
        }

        /// Takes in a value or leaves it out.
        void toggle(Dimension dimension, String value);

        /// Takes in every value again.
        void clear(Dimension dimension);
    }

    private final Dimension dimension;
    private final Choosing choosing;
    private List<ValueCount> values = List.of();

    public SegmentChip(Dimension dimension, Choosing choosing) {
        this.dimension = dimension;
        this.choosing = choosing;
        setId("chip-" + dimension.key());
        getStyleClass().add("chip");
        label();
    }

    /// Shows the values with their counts.
    public void show(List<ValueCount> newValues) {
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
        var all = new MenuItem(Texts.of("chip.anyvalue"));
        all.setOnAction(_ -> choosing.clear(dimension));
        getItems().addAll(new SeparatorMenuItem(), all);
    }

    private MenuItem item(ValueCount value) {
        var box = new CheckBox(value.value());
        box.setMouseTransparent(true);
        box.setFocusTraversable(false);
        box.setSelected(chosen().contains(value.value()));
        Label count = Labels.caption(Numbers.count(value.views()));
        count.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(24, box, gap, count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(ROW_WIDTH);
        row.setPrefWidth(ROW_WIDTH);
        var item = new CustomMenuItem((Node) row, false);
        item.setOnAction(_ -> {
            choosing.toggle(dimension, value.value());
            box.setSelected(chosen().contains(value.value()));
        });
        return item;
    }

    /// Says again what is chosen.
    public void label() {
        Set<String> chosen = chosen();
        Set<String> matched = choosing.implied(dimension);
        getStyleClass().removeAll("chosen", "matched");
        if (!chosen.isEmpty()) {
            setText(Texts.of("chip.chosen", dimension.label(), String.join(", ", chosen)));
            getStyleClass().add("chosen");
        } else if (!matched.isEmpty()) {
            setText(Texts.of("chip.matched", dimension.label(), String.join(", ", matched)));
            getStyleClass().add("matched");
        } else {
            setText(dimension.label());
        }
    }

    private Set<String> chosen() {
        return choosing.chosen(dimension);
    }
}
