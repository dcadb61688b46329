package dev.parallax.ui.realusers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.ui.common.FxThread;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LongTableTest {
    private static final int MILLIONS = 10_000_000;
    private static final double ROW_HEIGHT = 28;

    /// Head and bar aside.
    private static final int FITTING = 10;

    private final Stage stage = FxThread.get(Stage::new);
    private final RowList rows = new RowList();
    private final TableView<Integer> table = FxThread.get(TableView::new);
    private final LongTable view = FxThread.get(() -> new LongTable(table, rows, ROW_HEIGHT));

    @BeforeEach
    void show() {
        FxThread.run(() -> {
            var column = new TableColumn<Integer, Integer>("row");
            column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
            column.setPrefWidth(900);
            table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
            table.getColumns().setAll(List.of(column));
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(view, 400, 48 + FITTING * ROW_HEIGHT));
            stage.show();
            rows.show(IntStream.range(0, MILLIONS).toArray());
            view.applyCss();
            view.layout();
        });
    }

    @AfterEach
    void close() {
        FxThread.run(stage::close);
    }

    @Test
    void holdsOnlyWhatIsInSight() {
        assertThat(inSight()).isEqualTo(range(0));
    }

    @Test
    void theBarHasItsPlaceBesideColumnsThatAreTooWide() {
        assertThat(FxThread.get(() -> bar().getBoundsInParent().getMaxX())).isEqualTo(400);
        assertThat(FxThread.get(() -> bar().getWidth())).isPositive();
    }

    @Test
    void theBarReachesEveryRow() {
        FxThread.run(() -> bar().setValue(5_000_000));
        assertThat(inSight()).isEqualTo(range(5_000_000));
        FxThread.run(() -> bar().setValue(bar().getMax()));
        assertThat(inSight()).isEqualTo(range(MILLIONS - FITTING));
    }

    @Test
    void theKeysReachEveryRow() {
        press(KeyCode.END);
        assertThat(inSight()).isEqualTo(range(MILLIONS - FITTING));
        assertThat(selected()).isEqualTo(MILLIONS - 1);
        press(KeyCode.PAGE_UP);
        assertThat(inSight()).isEqualTo(range(MILLIONS - 2 * FITTING));
        press(KeyCode.HOME);
        assertThat(selected()).isZero();
        press(KeyCode.PAGE_DOWN);
        press(KeyCode.UP);
        assertThat(inSight()).isEqualTo(range(FITTING - 1));
        assertThat(selected()).isEqualTo(FITTING - 1);
    }

    @Test
    void aRowStaysChosenWhileItIsOutOfSight() {
        FxThread.run(() -> table.getSelectionModel().select(3));
        FxThread.run(() -> bar().setValue(1_000));
        assertThat(selected()).isEqualTo(3);
        assertThat(FxThread.get(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(-1);
        FxThread.run(() -> bar().setValue(1));
        assertThat(FxThread.get(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(2);
    }

    @Test
    void otherRowsAreShownFromTheFirstOn() {
        FxThread.run(() -> table.getSelectionModel().select(3));
        FxThread.run(() -> bar().setValue(1_000));
        FxThread.run(() -> rows.show(new int[] {7, 5}));
        assertThat(inSight()).containsExactly(7, 5);
        assertThat(selected()).isEqualTo(-1);
        assertThat(FxThread.get(() -> bar().isVisible())).isFalse();
    }

    private static List<Integer> range(int from) {
        return IntStream.range(from, from + FITTING).boxed().toList();
    }

    private List<Integer> inSight() {
        return FxThread.get(() -> List.copyOf(table.getItems()));
    }

    private int selected() {
        return FxThread.get(() -> {
            Integer row = view.selected().get();
            return row == null ? -1 : row;
        });
    }

    private ScrollBar bar() {
        return (ScrollBar) view.lookup("#views-scroll");
    }

    private void press(KeyCode code) {
        FxThread.run(() ->
                Event.fireEvent(
                        table,
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }
}
