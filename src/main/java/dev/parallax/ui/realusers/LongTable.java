package dev.parallax.ui.realusers;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A table that holds the rows that are in sight and no others, beside a bar that scrolls through
/// all of them. JavaFX's own scrolling counts its way through every row before the ones in sight,
/// at each frame: with ten millions the window would stand still.
final class LongTable extends HBox {
    /// The head of the table and the bar that scrolls along its columns.
    private static final double NO_ROWS = 48;

    /// Rows for one notch of a wheel, which JavaFX tells as so many pixels.
    private static final double ROWS_A_NOTCH = 3;

    private static final double NOTCH = 40;

    /// Part of the bar that can still be caught with a mouse.
    private static final double SMALLEST_THUMB = 0.05;

    private final TableView<Integer> table;
    private final ObservableList<Integer> all;
    private final double rowHeight;
    private final ObservableList<Integer> inSight = FXCollections.observableArrayList();
    private final ScrollBar bar = new ScrollBar();
    private final ReadOnlyObjectWrapper<@Nullable Integer> selected = new ReadOnlyObjectWrapper<>();
    private int top;
    private double turned;
    private boolean isMoving;

    /// @param all the numbers of all rows; a change shows the first of them
    LongTable(TableView<Integer> table, ObservableList<Integer> all, double rowHeight) {
        this.table = table;
        this.all = all;
        this.rowHeight = rowHeight;
        table.setFixedCellSize(rowHeight);
        table.setItems(inSight);
        table.setMinWidth(0);
        HBox.setHgrow(table, Priority.ALWAYS);
        bar.setMinWidth(USE_PREF_SIZE);
        bar.setId("views-scroll");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(1);
        bar.valueProperty().subscribe(value -> moveTo((int) Math.round(value.doubleValue())));
        getChildren().setAll(table, bar);
        all.addListener(
                (ListChangeListener<Integer>)
                        _ -> {
                            top = 0;
                            bar.setValue(0);
                            Integer chosen = selected.get();
                            if (chosen != null && !all.contains(chosen)) {
                                selected.set(null);
                            }
                            fill();
                        });
        table.heightProperty().subscribe(_ -> fill());
        table.addEventFilter(ScrollEvent.SCROLL, this::turn);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, row) -> {
                    if (!isMoving) {
                        selected.set(row);
                    }
                });
    }

    /// The number of the row that is chosen, in sight or not; null if none is.
    ReadOnlyObjectProperty<@Nullable Integer> selected() {
        return selected.getReadOnlyProperty();
    }

    void clearSelection() {
        table.getSelectionModel().clearSelection();
        selected.set(null);
    }

    private int fitting() {
        return Math.max(1, (int) ((table.getHeight() - NO_ROWS) / rowHeight));
    }

    private int last() {
        return Math.max(0, all.size() - fitting());
    }

    private void moveTo(int row) {
        int wanted = Math.clamp(row, 0, last());
        if (wanted != top) {
            top = wanted;
            fill();
        }
    }

    /// Scrolls by so many rows.
    private void move(int by) {
        bar.setValue(Math.clamp((long) top + by, 0, last()));
    }

    private void fill() {
        int fitting = fitting();
        int last = last();
        top = Math.min(top, last);
        isMoving = true;
        inSight.setAll(List.copyOf(all.subList(top, Math.min(all.size(), top + fitting))));
        Integer chosen = selected.get();
        int at = chosen == null ? -1 : inSight.indexOf(chosen);
        if (at >= 0) {
            table.getSelectionModel().clearAndSelect(at);
        } else {
            table.getSelectionModel().clearSelection();
        }
        isMoving = false;
        bar.setMax(last);
        bar.setVisibleAmount(
                last * Math.max(SMALLEST_THUMB, (double) fitting / Math.max(1, all.size())));
        bar.setBlockIncrement(fitting);
        bar.setVisible(last > 0);
        bar.setManaged(last > 0);
        bar.setValue(top);
    }

    private void turn(ScrollEvent event) {
        if (event.getDeltaY() == 0) {
            return;
        }
        turned -= event.getDeltaY() / NOTCH * ROWS_A_NOTCH;
        int rows = (int) turned;
        turned -= rows;
        move(rows);
        event.consume();
    }

    private void press(KeyEvent event) {
        int at = table.getSelectionModel().getSelectedIndex();
        boolean isAtEnd = at == inSight.size() - 1;
        switch (event.getCode()) {
            case UP -> {
                if (at != 0 || top == 0) {
                    return;
                }
                move(-1);
                choose(0);
            }
            case DOWN -> {
                if (!isAtEnd || top == last()) {
                    return;
                }
                move(1);
                choose(inSight.size() - 1);
            }
            case PAGE_UP, PAGE_DOWN -> {
                move(event.getCode() == KeyCode.PAGE_UP ? -fitting() : fitting());
                choose(Math.max(0, at));
            }
            case HOME -> {
                move(-top);
                choose(0);
            }
            case END -> {
                move(last() - top);
                choose(inSight.size() - 1);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int at) {
        if (at >= 0 && at < inSight.size()) {
            table.getSelectionModel().clearAndSelect(at);
            selected.set(inSight.get(at));
        }
    }
}
