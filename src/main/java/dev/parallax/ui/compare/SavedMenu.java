package dev.parallax.ui.compare;

import dev.parallax.compare.Question;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.compare.SavedModel.Kept;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.StatusPill;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The comparisons that are kept: take one up again, keep the one that is asked, forget some.
final class SavedMenu extends MenuButton {
    private static final double LIST_WIDTH = 440;
    private static final double LIST_HEIGHT = 280;

    private final CompareModel model;

    SavedMenu(CompareModel model) {
        this.model = model;
        setId("compare-saved");
        setGraphic(Icons.of(Feather.BOOKMARK));
        setMinWidth(USE_PREF_SIZE);
        model.saved().kept().addListener((ListChangeListener<Kept>) _ -> fill());
        model.question().question().subscribe(_ -> fill());
        fill();
    }

    private void fill() {
        List<Kept> kept = model.saved().kept();
        long changed = kept.stream().filter(Kept::isChanged).count();
        setText(
                changed > 0
                        ? Texts.of("saved.changed", changed)
                        : Texts.of("saved.title", kept.size()));
        List<MenuItem> items = new ArrayList<>();
        var save = new MenuItem(Texts.of("saved.save"), Icons.of(Feather.PLUS));
        save.setDisable(model.question().question().get().isEmpty());
        save.setOnAction(_ -> model.question().question().get().ifPresent(this::askForName));
        items.add(save);
        if (!kept.isEmpty()) {
            items.add(new SeparatorMenuItem());
            kept.forEach(one -> items.add(item(one)));
            items.add(new SeparatorMenuItem());
            var manage = new MenuItem(Texts.of("saved.manage"), Icons.of(Feather.TRASH_2));
            manage.setOnAction(_ -> manage());
            items.add(manage);
        }
        getItems().setAll(items);
    }

    private MenuItem item(Kept one) {
        var item = new MenuItem(one.saved().name(), pill(one));
        item.setOnAction(_ -> model.question().ask(one.saved().question()));
        return item;
    }

    private static StatusPill pill(Kept one) {
        return one.verdict()
                .map(key ->
                        new StatusPill(
                                one.isChanged()
                                        ? Texts.of("saved.now", VerdictLook.of(key).word())
                                        : VerdictLook.of(key).word(),
                                VerdictLook.of(key).tone()))
                .orElseGet(() -> new StatusPill(Texts.of("saved.unanswered"), "neutral"));
    }

    private void askForName(Question question) {
        var name = new TextField(proposal(question));
        new FormDialog(this, Texts.of("saved.dialog"), Texts.of("saved.dialog.save"))
                .field(Texts.of("saved.dialog.name"), name, Texts.of("saved.dialog.hint"))
                .validWhen(
                        Bindings.createBooleanBinding(
                                () -> !name.getText().isBlank(), name.textProperty()))
                .show(() -> model.saved().save(name.getText(), question));
    }

    private static String proposal(Question question) {
        return Texts.of(
                "saved.proposal",
                question.metric().shortName(),
                question.baseline().page(),
                question.baseline().profile().name());
    }

    private void manage() {
        var list = new ListView<>(model.saved().kept());
        list.setPrefSize(LIST_WIDTH, LIST_HEIGHT);
        list.setCellFactory(_ -> new KeptCell());
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                forget(list.getSelectionModel().getSelectedItem());
                key.consume();
            }
        });
        var dialog =
                new FormDialog(this, Texts.of("saved.manage.title"), Texts.of("saved.forget"))
                        .explain(Texts.of("saved.manage.hint"))
                        .content(list)
                        .focus(list)
                        .validWhen(list.getSelectionModel().selectedItemProperty().isNotNull());
        list.getSelectionModel().selectFirst();
        dialog.show(() -> forget(list.getSelectionModel().getSelectedItem()));
    }

    private void forget(@Nullable Kept one) {
        if (one != null) {
            model.saved().remove(one.saved().name());
        }
    }

    private static final class KeptCell extends ListCell<Kept> {
        @Override
        protected void updateItem(@Nullable Kept item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.saved().name());
            setGraphic(empty || item == null ? null : pill(item));
        }
    }
}
