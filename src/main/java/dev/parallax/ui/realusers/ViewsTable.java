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
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
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
    private final Map<TableColumn<Integer, ?>, RowOrder> orderOf = new HashMap<>();

    ViewsTable(ViewsModel model) {
        this.model = model;
        table.setId("views");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        addColumns();
        table.setItems(model.rows());
        table.setSortPolicy(_ -> sort());
        table.getSortOrder().setAll(List.of(table.getColumns().getFirst()));
        getStyleClass().addAll("panel", "flush", "table-frame");
        getChildren().add(table);
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
        return table.getSelectionModel().selectedItemProperty();
    }

    void clearSelection() {
        table.getSelectionModel().clearSelection();
    }

    private void addColumns() {
        TableColumn<Integer, Integer> time =
                column(Texts.of("views.time"), 156, ViewsTable::time, _ -> "");
        time.setSortType(TableColumn.SortType.DESCENDING);
        sorts(time, null);
        table.getColumns().add(time);
        table.getColumns().add(column(Texts.of("realusers.page"), 160, PageView::path, _ -> ""));
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
        orderOf.put(column, new RowOrder(metric, RowOrder.Direction.ASCENDING));
    }

    /// The table's own sorting would look at every row.
    private boolean sort() {
        RowOrder order =
                table.getSortOrder().stream()
                        .findFirst()
                        .map(column ->
                                new RowOrder(
                                        Objects.requireNonNull(orderOf.get(column)).metric(),
                                        column.getSortType() == TableColumn.SortType.ASCENDING
                                                ? RowOrder.Direction.ASCENDING
                                                : RowOrder.Direction.DESCENDING))
                        .orElse(RowOrder.byTime(RowOrder.Direction.DESCENDING));
        model.order().set(order);
        return true;
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
