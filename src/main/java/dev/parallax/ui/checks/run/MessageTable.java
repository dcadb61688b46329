package dev.parallax.ui.checks.run;

import dev.parallax.measure.PageMessage;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the pages said on their consoles, and the errors that none of their scripts caught.
final class MessageTable extends VBox {
    private static final double TIME_WIDTH = 64;
    private static final double LEVEL_WIDTH = 72;

    MessageTable(List<PageMessage> messages) {
        getStyleClass().add("messages");
        messages.forEach(message -> getChildren().add(row(message)));
    }

    private static Node row(PageMessage message) {
        Label time = Labels.caption(Numbers.millis(message.atMillis()));
        time.setMinWidth(TIME_WIDTH);
        time.setAlignment(Pos.CENTER_RIGHT);
        Label level = Labels.caption(level(message.level()));
        level.setMinWidth(LEVEL_WIDTH);
        Label text = Labels.paragraph(message.text());
        text.getStyleClass().add("code");
        if (message.isError()) {
            level.getStyleClass().add("danger-text");
            text.getStyleClass().add("danger-text");
        } else if (message.level() == PageMessage.Level.WARNING) {
            level.getStyleClass().add("warning-text");
        }
        var body = new VBox(text);
        if (!message.source().isEmpty()) {
            body.getChildren().add(Labels.caption(message.source()));
        }
        HBox.setHgrow(body, Priority.ALWAYS);
        var row = new HBox(12, time, level, body);
        row.getStyleClass().add("step-row");
        return row;
    }

    private static String level(PageMessage.Level level) {
        return switch (level) {
            case UNCAUGHT -> Texts.of("message.uncaught");
            case ERROR -> Texts.of("message.error");
            case WARNING -> Texts.of("message.warning");
            case INFO -> Texts.of("message.info");
            case DEBUG -> Texts.of("message.debug");
        };
    }
}
