package dev.parallax.ui.realusers;

import dev.parallax.metric.PageTemplate;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// Which page is shown: any of thousands, found by typing a part of its path.
final class PageChip extends MenuButton {
    private static final double WIDTH = 420;
    private static final double ROW_HEIGHT = 32;
    private static final int MOST_ROWS = 10;

    /// A line of the list.
    ///
    /// @param page empty for any
    private record Entry(Optional<PageTemplate> page) {}

    private final Consumer<Optional<PageTemplate>> choose;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();

    /// Any page first, as none in particular.
    private final ListView<Entry> list = new ListView<>();

    private List<PageTemplate> pages = List.of();

    PageChip(Consumer<Optional<PageTemplate>> choose) {
        this.choose = choose;
        setId("chip-page");
        getStyleClass().add("chip");
        setMnemonicParsing(false);
        setMaxWidth(WIDTH);
        setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        search.setPromptText(Texts.of("segment.findpage"));
        search.setId("find-page");
        search.textProperty().subscribe((_, _) -> filter());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new Row());
        list.setOnMouseClicked(_ -> take());
        list.setFocusTraversable(false);
        list.setPlaceholder(Labels.caption(Texts.of("segment.nopage")));
        list.getStyleClass().add("palette-list");
        var box = new VBox(8, search, list);
        box.getStyleClass().add("chooser");
        box.setPrefWidth(WIDTH);
        popup.getContent().setAll(box);
        popup.setAutoHide(true);
    }

    /// The pages to choose from.
    void offer(List<PageTemplate> newPages) {
        pages = newPages;
    }

    @Override
    public void show() {
        search.clear();
        filter();
        Bounds place = localToScreen(getBoundsInLocal());
        popup.show(this, place.getMinX(), place.getMaxY() + 4);
        search.requestFocus();
    }

    @Override
    public void hide() {
        popup.hide();
    }

    private void filter() {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        var found =
                FXCollections.observableArrayList(
                        pages.stream()
                                .filter(page ->
                                        page.path().toLowerCase(Locale.ROOT).contains(typed))
                                .map(page -> new Entry(Optional.of(page)))
                                .toList());
        if (typed.isEmpty()) {
            found.addFirst(new Entry(Optional.empty()));
        }
        list.setItems(found);
        list.setPrefHeight(Math.clamp(found.size(), 1, MOST_ROWS) * ROW_HEIGHT + 10);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case ENTER -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void take() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popup.hide();
            choose.accept(chosen.page());
        }
    }

    private static final class Row extends ListCell<Entry> {
        Row() {
            setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(
                    empty || entry == null
                            ? null
                            : entry.page()
                                    .map(PageTemplate::path)
                                    .orElseGet(() -> Texts.of("segment.anypage")));
        }
    }
}
