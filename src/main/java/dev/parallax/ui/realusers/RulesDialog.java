package dev.parallax.ui.realusers;

import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageSuggestion;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.realusers.RulesModel.Caught;
import dev.parallax.ui.realusers.RulesModel.Example;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Rules for pages: the ones there are, proposals that are taken with one press, and a new one that
/// shows at once what it catches.
final class RulesDialog {
    private static final double WIDTH = 640;

    private final Node owner;
    private final RulesModel model;
    private final TextField pattern = new TextField();
    private final TextField template = new TextField();
    private final VBox caught = new VBox(4);

    RulesDialog(Node owner, RulesModel model) {
        this.owner = owner;
        this.model = model;
    }

    void show() {
        new FormDialog(owner, Texts.of("rules.title"), Texts.of("rules.done"))
                .content(content())
                .focus(pattern)
                .show(() -> {}, model::takeBack);
    }

    /// Everything in it, for a window of its own.
    VBox content() {
        pattern.setPromptText("/product/*");
        template.setPromptText("/product/:slug");
        pattern.setId("rule-pattern");
        template.setId("rule-template");
        HBox.setHgrow(pattern, Priority.ALWAYS);
        HBox.setHgrow(template, Priority.ALWAYS);
        pattern.textProperty().subscribe(this::test);
        template.textProperty().subscribe(this::test);
        // Enter belongs to the rule: it would end the dialog and the rule with it
        for (TextField field : List.of(pattern, template)) {
            field.addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    event -> {
                        if (event.getCode() == KeyCode.ENTER && !pattern.getText().isBlank()) {
                            add();
                            event.consume();
                        }
                    });
        }
        var add = Buttons.plain(Texts.of("rules.add"), Feather.PLUS, this::add);
        add.setId("rule-add");
        add.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !isRule(), pattern.textProperty(), model.caught()));
        var editor = new HBox(8, pattern, Labels.body("→"), template, add);
        editor.getStyleClass().add("card-head");
        caught.setMinHeight(120);
        model.caught().subscribe(now -> show(now));
        var lists = new VBox(16, rules(), suggestions());
        var scroll = new ScrollPane(lists);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(260);
        var content = new VBox(12, muted(Texts.of("rules.explain")), editor, caught, scroll);
        content.setPrefWidth(WIDTH);
        return content;
    }

    private static Label muted(String text) {
        Label label = Labels.paragraph(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private void test() {
        model.test(pattern.getText(), template.getText());
    }

    private boolean isRule() {
        return !pattern.getText().isBlank() && model.caught().get().complaint().isEmpty();
    }

    private void add() {
        if (isRule()) {
            model.add(pattern.getText(), template.getText());
            pattern.clear();
            template.clear();
        }
    }

    private void show(Caught now) {
        caught.getChildren().clear();
        if (now.complaint().isPresent()) {
            Label complaint = Labels.paragraph(now.complaint().get());
            complaint.getStyleClass().add("warning-text");
            caught.getChildren().add(complaint);
            return;
        }
        if (pattern.getText().isBlank()) {
            caught.getChildren().add(Labels.caption(Texts.of("rules.type")));
            return;
        }
        caught.getChildren()
                .add(
                        Labels.body(
                                Texts.of(
                                        "rules.catches", now.paths(), Numbers.count(now.views()))));
        for (Example example : now.examples().stream().limit(5).toList()) {
            caught.getChildren()
                    .add(
                            Labels.caption(
                                    Texts.of(
                                            "rules.example",
                                            example.path(),
                                            example.page(),
                                            Numbers.count(example.views()))));
        }
    }

    private Node suggestions() {
        var rows = new VBox(6);
        Runnable fill =
                () -> {
                    rows.getChildren().setAll(Labels.heading(Texts.of("rules.suggestions")));
                    if (model.suggestions().isEmpty()) {
                        rows.getChildren().add(Labels.caption(Texts.of("rules.nosuggestions")));
                    }
                    model.suggestions().forEach(each -> rows.getChildren().add(row(each)));
                };
        model.suggestions().addListener((ListChangeListener<PageSuggestion>) _ -> fill.run());
        fill.run();
        return rows;
    }

    private Node row(PageSuggestion suggestion) {
        return row(
                suggestion.rule(),
                Texts.of(
                        "rules.suggestion",
                        suggestion.paths(),
                        Numbers.count(suggestion.views()),
                        String.join(", ", suggestion.examples().stream().limit(3).toList())),
                Buttons.link(Texts.of("rules.accept"), () -> model.accept(suggestion)));
    }

    private Node rules() {
        var rows = new VBox(6);
        Runnable fill =
                () -> {
                    rows.getChildren().setAll(Labels.heading(Texts.of("rules.own")));
                    if (model.rules().isEmpty()) {
                        rows.getChildren().add(Labels.caption(Texts.of("rules.none")));
                    }
                    List<PageRule> all = List.copyOf(model.rules());
                    all.forEach(each ->
                            rows.getChildren()
                                    .add(
                                            row(
                                                    each,
                                                    "",
                                                    Buttons.link(
                                                            Texts.of("rules.remove"),
                                                            () -> model.remove(each)))));
                };
        model.rules().addListener((ListChangeListener<PageRule>) _ -> fill.run());
        fill.run();
        return rows;
    }

    private static Node row(PageRule rule, String detail, Node action) {
        Label name = Labels.body(Texts.of("rules.rule", rule.pattern(), rule.template()));
        name.getStyleClass().add("code");
        var words = new VBox(0, name);
        if (!detail.isEmpty()) {
            Label small = Labels.caption(detail);
            small.setWrapText(true);
            words.getChildren().add(small);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var row = new HBox(8, words, action);
        row.getStyleClass().add("card-head");
        return row;
    }
}
