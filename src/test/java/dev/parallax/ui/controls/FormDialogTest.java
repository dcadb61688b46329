package dev.parallax.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.ui.common.FxThread;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

final class FormDialogTest {

    @Test
    void aDangerousOneIsNotPressedByAHastyEnter() {
        FxThread.run(() -> {
            FormDialog form = form().dangerous();
            Button delete = button(form, "Delete");
            Button cancel = button(form, "Cancel");
            assertThat(delete.isDefaultButton()).isFalse();
            assertThat(delete.getStyleClass()).contains("danger").doesNotContain("accent");
            assertThat(cancel.isDefaultButton()).isTrue();
            assertThat(cancel.isCancelButton()).isTrue();
        });
    }

    @Test
    void anyOtherIsConfirmedByEnter() {
        FxThread.run(() -> assertThat(button(form(), "Delete").isDefaultButton()).isTrue());
    }

    @Test
    void aLargeOneIsNotLargerThanTheScreen() {
        FxThread.run(() -> {
            var tall = new Region();
            tall.setPrefHeight(5_000);
            FormDialog form = form().content(tall).large(900, 5_000);
            double screen = Screen.getPrimary().getVisualBounds().getHeight();
            assertThat(form.pane().prefHeight(-1)).isLessThan(screen);
            assertThat(form.pane().prefWidth(-1)).isEqualTo(900);
        });
    }

    private static FormDialog form() {
        var owner = new TextField();
        new Stage().setScene(new Scene(new VBox(owner)));
        return new FormDialog(owner, "Delete it?", "Delete");
    }

    private static Button button(FormDialog form, String text) {
        return List.copyOf(form.pane().getButtonTypes()).stream()
                .map(type -> (Button) form.pane().lookupButton(type))
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
