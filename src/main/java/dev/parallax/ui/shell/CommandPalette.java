package dev.parallax.ui.shell;

import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything the window can do, found by typing a few of its letters.
final class CommandPalette extends StackPane {
    private static final double ROW_HEIGHT = 36;

    private final Supplier<List<Command>> commands;
    private final TextField search = new TextField();
    private final ListView<Command> list = new ListView<>();

    /// @param commands asked for each time the palette opens
    CommandPalette(Supplier<List<Command>> commands) {
        this.commands = commands;
        search.setPromptText(Texts.of("palette.prompt"));
        search.getStyleClass().add("palette-search");
        search.textProperty().subscribe((_, typed) -> filter(typed));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new Row());
        list.setOnMouseClicked(_ -> runSelected());
        list.setPlaceholder(Labels.caption(Texts.of("palette.none")));
        list.getStyleClass().add("palette-list");
        var box = new VBox(search, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getStyleClass().add("palette-veil");
        getChildren().add(box);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        close();
    }

    void open() {
        search.clear();
        filter("");
        setVisible(true);
        search.requestFocus();
    }

    void close() {
        setVisible(false);
    }

    private void filter(String typed) {
        List<Command> found =
                commands.get().stream().filter(command -> command.matches(typed)).toList();
        list.getItems().setAll(found);
        list.setPrefHeight(Math.clamp(found.size(), 1, 10) * ROW_HEIGHT + 10);
        list.getSelectionModel().selectFirst();
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case ENTER -> runSelected();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void runSelected() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.action().run();
        }
    }

    private static final class Row extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label keys = Labels.caption(command.keysText());
            keys.getStyleClass().add("keys");
            keys.setVisible(!keys.getText().isEmpty());
            var row =
                    new HBox(12, Icons.of(command.icon()), Labels.body(command.name()), gap, keys);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
