package dev.parallax.ui.compare;

import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.Question;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.compare.SavedModel.Kept;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.StatusPill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
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

    private final SavedModel model;
    private final ObservableValue<Optional<ComparisonQuestion>> asked;
    private final Consumer<ComparisonQuestion> takeUp;

    /// @param asked what is asked now and can be kept
    /// @param takeUp asks a kept question again
    SavedMenu(
            SavedModel model,
            ObservableValue<Optional<ComparisonQuestion>> asked,
            Consumer<ComparisonQuestion> takeUp) {
        this.model = model;
        this.asked = asked;
        this.takeUp = takeUp;
        setId("compare-saved");
        setGraphic(Icons.of(Feather.BOOKMARK));
        setMinWidth(USE_PREF_SIZE);
        model.kept().addListener((ListChangeListener<Kept>) _ -> fill());
        asked.subscribe(_ -> fill());
        fill();
    }

    private void fill() {
        List<Kept> kept = model.kept();
        long changed = kept.stream().filter(Kept::isChanged).count();
        setText(
                changed > 0
                        ? Texts.of("saved.changed", changed)
                        : Texts.of("saved.title", kept.size()));
        List<MenuItem> items = new ArrayList<>();
        var save = new MenuItem(Texts.of("saved.save"), Icons.of(Feather.PLUS));
        save.setDisable(asked.getValue().isEmpty());
        save.setOnAction(_ -> asked.getValue().ifPresent(this::askForName));
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
        item.setOnAction(_ -> takeUp.accept(one.saved().question()));
        return item;
    }

    private static StatusPill pill(Kept one) {
        return one.look()
                .filter(_ -> !one.isUnanswerable())
                .map(look ->
                        new StatusPill(
                                one.isChanged() ? Texts.of("saved.now", look.word()) : look.word(),
                                look.tone()))
                .orElseGet(() ->
                        new StatusPill(
                                one.isUnanswerable()
                                        ? Texts.of("saved.unanswerable")
                                        : Texts.of("saved.unanswered"),
                                "neutral"));
    }

    private void askForName(ComparisonQuestion question) {
        var name = new TextField(proposal(question));
        new FormDialog(this, Texts.of("saved.dialog"), Texts.of("saved.dialog.save"))
                .field(Texts.of("saved.dialog.name"), name, Texts.of("saved.dialog.hint"))
                .validWhen(
                        Bindings.createBooleanBinding(
                                () -> !name.getText().isBlank(), name.textProperty()))
                .show(() -> model.save(name.getText(), question));
    }

    private static String proposal(ComparisonQuestion asked) {
        return switch (asked) {
            case Question(var lab, _, _, var metric) ->
                    Texts.of(
                            "saved.proposal", metric.shortName(), lab.page(), lab.profile().name());
            case RunsQuestion question ->
                    Texts.of(
                            "saved.proposal.runs",
                            question.headline().shortName(),
                            question.after().page(),
                            words(question.sides()));
            case UsersQuestion(var before, var after, var metric) ->
                    Texts.of(
                            "saved.proposal.users",
                            metric.shortName(),
                            words(before, after),
                            words(after, before));
        };
    }

    private static String words(RunsQuestion.Sides sides) {
        return switch (sides) {
            case RunsQuestion.Sides.Revisions(var before, var after) ->
                    Texts.of("saved.proposal.revisions", before, after);
            case RunsQuestion.Sides.NewestRevisions() -> Texts.of("pair.revision.newest");
            case RunsQuestion.Sides.Newest(var values) -> Texts.of("saved.proposal.newest", values);
            case RunsQuestion.Sides.Windows(var before, var after) ->
                    Texts.of(
                            "saved.proposal.days",
                            Numbers.day(before.from()),
                            Numbers.day(after.from()));
        };
    }

    private static String words(UsersQuestion.Side side, UsersQuestion.Side other) {
        if (!side.dataset().equals(other.dataset())) {
            return side.dataset();
        }
        return side.segment().withPage(null).isAll()
                ? Texts.of("saved.proposal.all")
                : side.segment().withPage(null).toString();
    }

    private void manage() {
        var list = new ListView<>(model.kept());
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
            model.remove(one.saved().name());
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
