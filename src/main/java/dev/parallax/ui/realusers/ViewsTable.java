package dev.parallax.ui.realusers;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.PageView;
import dev.parallax.rum.RowOrder;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Millions of rows of which only those on show are read. Sorting is the model's: the table knows
/// numbers of rows and nothing of what is in them.
final class ViewsTable extends StackPane {
    private static final double ROW_HEIGHT = 28;
    private static final List<Metric> METRICS =
            List.of(Metric.LCP, Metric.INP, Metric.CLS, Metric.FCP, Metric.TTFB);

    private final ViewsModel model;
    private final TableView<Integer> table = new TableView<>();

    /// The metric that a column sorts by; null for the time.
    private final Map<TableColumn<Integer, ?>, @Nullable Metric> metricOf = new HashMap<>();

    private final LongTable rows;
    private boolean isMarking;
    private boolean isPressed;

    ViewsTable(ViewsModel model) {
        this.model = model;
        table.setId("views");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        addColumns();
        rows = new LongTable(table, model.rows(), ROW_HEIGHT);
        table.setSortPolicy(_ -> sort());
        model.order().subscribe(this::mark);
        getStyleClass().addAll("panel", "flush", "table-frame");
        getChildren().add(rows);
        model.read().subscribe(_ -> table.refresh());
        model.busy()
                .subscribe(busy ->
                        table.setPlaceholder(
                                Labels.caption(
                                        busy
                                                ? Texts.of("realusers.wait")
                                                : Texts.of("views.none"))));
        setMinWidth(0);
    }

    /// The number of the row that is chosen; null if none is.
    ObservableValue<@Nullable Integer> selected() {
        return rows.selected();
    }

    void clearSelection() {
        rows.clearSelection();
    }

    private void addColumns() {
        TableColumn<Integer, Integer> time =
                column(Texts.of("views.time"), 156, ViewsTable::time, _ -> "");
        sorts(time, null);
        table.getColumns().add(time);
        table.getColumns().add(page());
        for (Metric metric : METRICS) {
            TableColumn<Integer, Integer> column =
                    column(
                            metric.shortName(),
                            84,
                            view -> Numbers.of(metric, value(view, metric)),
                            view -> Columns.tone(metric, value(view, metric)));
            column.getStyleClass().add("number-column");
            sorts(column, metric);
            table.getColumns().add(column);
        }
        for (Dimension dimension :
                List.of(Dimension.DEVICE, Dimension.BROWSER, Dimension.COUNTRY)) {
            table.getColumns()
                    .add(
                            column(
                                    dimension.label(),
                                    88,
                                    view -> view.dimensions().getOrDefault(dimension, Numbers.NONE),
                                    _ -> ""));
        }
        table.getColumns()
                .add(
                        column(
                                Texts.of("views.session"),
                                152,
                                view -> known(view.session()),
                                _ -> "code"));
        table.getColumns()
                .add(column(Texts.of("views.view"), 152, view -> known(view.view()), _ -> "code"));
    }

    /// Paths differ in their ends.
    private TableColumn<Integer, Integer> page() {
        TableColumn<Integer, Integer> column =
                column(Texts.of("realusers.page"), 208, PageView::path, _ -> "");
        column.setCellFactory(_ -> {
            var cell = new Cell(PageView::path, _ -> "");
            cell.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            return cell;
        });
        return column;
    }

    private static String time(PageView view) {
        return view.time() == null ? Numbers.NONE : Numbers.second(view.time());
    }

    private static String known(@Nullable String pseudonym) {
        return pseudonym == null ? Numbers.NONE : pseudonym;
    }

    private static double value(PageView view, Metric metric) {
        return view.metrics().getOrDefault(metric, Double.NaN);
    }

    private void sorts(TableColumn<Integer, ?> column, @Nullable Metric metric) {
        column.setSortable(true);
        metricOf.put(column, metric);
    }

    /// The table's own sorting would look at every row. A press on a head tells several changes of
    /// the table's order, of which only the last counts.
    private boolean sort() {
        if (!isMarking && !isPressed) {
            isPressed = true;
            Platform.runLater(() -> {
                isPressed = false;
                pressed().ifPresent(model.order()::set);
                mark(model.order().get());
            });
        }
        return true;
    }

    /// The order that a press on a column's head asks for: the slowest or newest first, the other
    /// way round with the next press. Empty if none was pressed.
    private Optional<RowOrder> pressed() {
        RowOrder now = model.order().get();
        if (table.getSortOrder().isEmpty()) {
            // the table means to be sorted by nothing
            return Optional.of(new RowOrder(now.metric(), otherWay(now.direction())));
        }
        TableColumn<Integer, ?> column = table.getSortOrder().getLast();
        Metric metric = metricOf.get(column);
        if (!Objects.equals(metric, now.metric())) {
            return Optional.of(new RowOrder(metric, RowOrder.Direction.DESCENDING));
        }
        return column.getSortType() == type(now.direction())
                ? Optional.empty()
                : Optional.of(new RowOrder(metric, otherWay(now.direction())));
    }

    private static RowOrder.Direction otherWay(RowOrder.Direction direction) {
        return direction == RowOrder.Direction.ASCENDING
                ? RowOrder.Direction.DESCENDING
                : RowOrder.Direction.ASCENDING;
    }

    private static TableColumn.SortType type(RowOrder.Direction direction) {
        return direction == RowOrder.Direction.ASCENDING
                ? TableColumn.SortType.ASCENDING
                : TableColumn.SortType.DESCENDING;
    }

    /// Lets the heads of the columns say how the rows are sorted.
    private void mark(RowOrder order) {
        isMarking = true;
        metricOf.forEach((column, metric) -> {
            if (Objects.equals(metric, order.metric())) {
                column.setSortType(type(order.direction()));
                table.getSortOrder().setAll(List.of(column));
            }
        });
        isMarking = false;
    }

    /// @param tone style class of a row's cell; empty for none
    private TableColumn<Integer, Integer> column(
            String title,
            double width,
            Function<PageView, String> text,
            Function<PageView, String> tone) {
        var column = new TableColumn<Integer, Integer>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(text, tone));
        return column;
    }

    private final class Cell extends TableCell<Integer, Integer> {
        private final Function<PageView, String> text;
        private final Function<PageView, String> tone;
        private String toned = "";

        Cell(Function<PageView, String> text, Function<PageView, String> tone) {
            this.text = text;
            this.tone = tone;
        }

        @Override
        protected void updateItem(@Nullable Integer row, boolean empty) {
            super.updateItem(row, empty);
            PageView view = empty || row == null ? null : model.view(row);
            setText(view == null ? "" : text.apply(view));
            String now = view == null ? "" : tone.apply(view);
            if (view != null && view.exclusion() != Exclusion.NONE) {
                now = "muted";
            }
            if (!now.equals(toned)) {
                getStyleClass().remove(toned);
                if (!now.isEmpty()) {
                    getStyleClass().add(now);
                }
                toned = now;
            }
        }
    }
}
