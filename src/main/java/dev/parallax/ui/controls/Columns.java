package dev.parallax.ui.controls;

import dev.parallax.metric.Metric;
import dev.parallax.ui.common.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Columns of a table: words to the left, numbers to the right with digits under digits.
public final class Columns {
    private Columns() {}

    /// A table with these columns that share its width, sorted by pressing a column's head.
    public static <R> TableView<R> table(Node placeholder, List<TableColumn<R, ?>> columns) {
        var table = new TableView<R>();
        table.getColumns().addAll(columns);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(placeholder);
        table.setFixedCellSize(36);
        return table;
    }

    public static <R> TableColumn<R, String> text(
            String title, double width, Function<R, String> value) {
        var column = new TableColumn<R, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(_ -> new TextCell<>());
        column.setComparator(String.CASE_INSENSITIVE_ORDER);
        column.setPrefWidth(width);
        return column;
    }

    /// A column of paths, which differ in their ends: what does not fit is left out in front.
    public static <R> TableColumn<R, String> path(
            String title, double width, Function<R, String> value) {
        TableColumn<R, String> column = text(title, width, value);
        column.setCellFactory(_ -> {
            var cell = new TextCell<R>();
            cell.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            return cell;
        });
        return column;
    }

    /// A column of numbers.
    ///
    /// @param value orders the rows; not a number sorts last
    /// @param words how the row's number is written
    public static <R> TableColumn<R, R> number(
            String title, double width, ToDoubleFunction<R> value, Function<R, String> words) {
        TableColumn<R, R> column =
                node(
                        title,
                        width,
                        row -> {
                            var label = Labels.body(words.apply(row));
                            label.getStyleClass().add("number");
                            return label;
                        });
        column.setSortable(true);
        column.setComparator(Comparator.comparingDouble(value));
        column.getStyleClass().add("number-column");
        return column;
    }

    /// A column of a metric's values without their unit, each in the colour of its class.
    ///
    /// @param value in the metric's unit; not a number where it is unknown
    public static <R> TableColumn<R, R> rated(
            String title, double width, Metric metric, ToDoubleFunction<R> value) {
        TableColumn<R, R> column =
                node(
                        title,
                        width,
                        row -> {
                            double number = value.applyAsDouble(row);
                            Label label = Labels.body(Numbers.plain(metric, number));
                            label.getStyleClass().addAll("number", tone(metric, number));
                            return label;
                        });
        column.setSortable(true);
        column.setComparator(Comparator.comparingDouble(value));
        column.getStyleClass().add("number-column");
        return column;
    }

    /// The style class that colours a value by its class; muted if it has none.
    public static String tone(Metric metric, double value) {
        return metric.thresholds()
                .filter(_ -> !Double.isNaN(value))
                .map(limits ->
                        switch (limits.rate(value)) {
                            case GOOD -> "success-text";
                            case NEEDS_IMPROVEMENT -> "warning-text";
                            case POOR -> "danger-text";
                        })
                .orElse("muted");
    }

    /// A column whose cells are nodes: a pill, a button, a bar.
    public static <R> TableColumn<R, R> node(
            String title, double width, Function<R, Node> content) {
        var column = new TableColumn<R, R>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new NodeCell<>(content));
        column.setSortable(false);
        column.setPrefWidth(width);
        return column;
    }

    private static final class NodeCell<R> extends TableCell<R, R> {
        private final Function<R, Node> content;

        NodeCell(Function<R, Node> content) {
            this.content = content;
        }

        @Override
        protected void updateItem(@Nullable R item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : content.apply(item));
        }
    }

    /// Text that shows itself whole in a tooltip where the column is too narrow for it.
    private static final class TextCell<R> extends TableCell<R, String> {
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            whole.setText(item);
            setTooltip(empty || item == null || item.length() < 20 ? null : whole);
        }
    }
}
