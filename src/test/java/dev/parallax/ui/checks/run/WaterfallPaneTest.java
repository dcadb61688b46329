package dev.parallax.ui.checks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Exchange;
import dev.parallax.ui.common.FxThread;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

final class WaterfallPaneTest {
    private final TimeLine time = new TimeLine(400);

    @Test
    void keysZoomAndMoveAlongTheTime() {
        in(pane -> {
            press(pane, KeyCode.PLUS);
            double shorter = time.shown().get().length();
            assertThat(shorter).isLessThan(time.whole().length());

            double from = time.shown().get().from();
            press(pane, KeyCode.RIGHT);
            assertThat(time.shown().get().from()).isGreaterThan(from);
            assertThat(time.shown().get().length()).isEqualTo(shorter);

            press(pane, KeyCode.DIGIT0);
            assertThat(time.isWhole()).isTrue();
        });
    }

    @Test
    void tellsMoreOfTheChosenRequest() {
        in(pane -> {
            list(pane).getSelectionModel().select(1);
            assertThat(texts(pane))
                    .contains("https://shop.example/app.js", "The page, shop.example:7");

            show(pane, "Headers");
            assertThat(texts(pane)).contains("accept", "*/*", "server", "shop");
            show(pane, "Timing");
            assertThat(texts(pane)).contains("Starts at", "Total");

            press(pane, KeyCode.ESCAPE);
            assertThat(pane.lookup(".request-pane").isVisible()).isFalse();
        });
    }

    @Test
    void tellsARequestToWhoeverHearsIt() {
        assertThat(Words.spoken(ShownRuns.iteration(1).exchanges().getLast()))
                .startsWith("GET app.js, 200, 1.2")
                .contains("starts at 60");
    }

    private void in(Consumer<WaterfallPane> work) {
        FxThread.get(() -> {
            var pane = new WaterfallPane(ShownRuns.iteration(1), time);
            new Scene(pane, 800, 600);
            pane.applyCss();
            pane.layout();
            work.accept(pane);
            return pane;
        });
    }

    @SuppressWarnings("unchecked") // the only list of it
    private static ListView<Exchange> list(WaterfallPane pane) {
        return (ListView<Exchange>) pane.lookup(".requests");
    }

    private static void press(WaterfallPane pane, KeyCode key) {
        list(pane)
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static void show(WaterfallPane pane, String part) {
        pane.lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(part))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private static List<String> texts(WaterfallPane pane) {
        pane.applyCss();
        pane.layout();
        return pane.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
    }
}
