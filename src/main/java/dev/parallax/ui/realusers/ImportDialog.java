package dev.parallax.ui.realusers;

import dev.parallax.rum.Dataset;
import dev.parallax.service.ExportProposal;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.SegmentedControl;
import dev.parallax.ui.realusers.RealUserUseCases.Import.Target;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks what the data set made of some files is called, or whether they belong to the one on show;
/// with the assistant also what their columns are.
final class ImportDialog {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 720;

    private final RealUsersModel model;
    private final AssistantModel assistant;
    private final @Nullable Dataset onShow;
    private final FormDialog form;
    private final TextField name;
    private final Label taken = Labels.caption(Texts.of("import.taken"));
    private final SegmentedControl<Target> where;

    /// @param target what is proposed
    ImportDialog(Node owner, RealUsersModel model, AssistantModel assistant, Target target) {
        this.model = model;
        this.assistant = assistant;
        this.onShow = model.selected().get();
        form =
                new FormDialog(
                        owner,
                        Texts.of("import.title", assistant.files().size()),
                        Texts.of("import.start"));
        where = new SegmentedControl<>(List.of(Target.NEW, Target.EXISTING), this::words);
        name = new TextField(model.freeNameFor(assistant.files().getFirst()));
        taken.getStyleClass().add("warning-text");
        taken.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                this::isTaken, name.textProperty(), where.value()));
        name.setPrefColumnCount(28);
        name.setId("import-name");
        name.disableProperty().bind(where.value().isEqualTo(Target.EXISTING));
        if (onShow != null) {
            where.value().set(target);
        }
        form.validWhen(
                Bindings.createBooleanBinding(
                        this::isUsable, name.textProperty(), where.value(), assistant.trouble()));
    }

    private boolean isUsable() {
        boolean isNamed = where.value().get() == Target.EXISTING || !name.getText().isBlank();
        return isNamed && !isTaken() && assistant.trouble().get().isEmpty();
    }

    private boolean isTaken() {
        return where.value().get() == Target.NEW && model.isTaken(name.getText().strip());
    }

    /// Asks for the name, says what the files are taken for, and offers the assistant to whoever
    /// wants to look first.
    ///
    /// @param open opens the assistant with the name that was typed
    ImportDialog withHelp(Consumer<String> open) {
        if (onShow != null) {
            form.field(Texts.of("import.into"), where, Texts.of("import.into.hint"));
        }
        form.field(Texts.of("import.name"), new VBox(4, name, taken), Texts.of("import.name.hint"));
        form.focus(name);
        ExportProposal found = assistant.proposal().get();
        form.explain(
                found.saved()
                        .map(file -> Texts.of("assistant.saved", found.file(), file.getFileName()))
                        .orElseGet(() -> Texts.of("import.found", found.file(), found.title())));
        Button help =
                Buttons.link(
                        Texts.of("assistant.open"),
                        () -> {
                            form.close();
                            javafx.application.Platform.runLater(() -> open.accept(name.getText()));
                        });
        if (!found.columns().isEmpty()) {
            form.content(help);
        }
        return this;
    }

    /// Proposes another name than that of the file.
    ImportDialog named(String typed) {
        name.setText(typed);
        return this;
    }

    /// Shows the assistant in it.
    ImportDialog withAssistant() {
        taken.managedProperty().bind(taken.visibleProperty());
        form.content(new VBox(4, place(), taken));
        form.content(new AssistantView(assistant));
        form.large(WIDTH, HEIGHT);
        form.focus(name);
        return this;
    }

    /// Where the page views go, in one line: the columns need the height.
    private HBox place() {
        var line = new HBox(12);
        line.getStyleClass().add("card-head");
        if (onShow != null) {
            line.getChildren().addAll(word(Texts.of("import.into")), where);
        }
        HBox.setHgrow(name, Priority.ALWAYS);
        line.getChildren().addAll(word(Texts.of("import.name")), name);
        return line;
    }

    private static Label word(String text) {
        Label word = Labels.body(text);
        word.setMinWidth(Region.USE_PREF_SIZE);
        return word;
    }

    void show() {
        form.show(this::importThem, assistant::leave);
    }

    private void importThem() {
        Dataset existing = onShow;
        if (existing != null && where.value().get() == Target.EXISTING) {
            model.importAs(assistant, existing.name(), Target.EXISTING);
        } else {
            model.importAs(assistant, name.getText().strip(), Target.NEW);
        }
    }

    private String words(Target one) {
        return switch (one) {
            case NEW -> Texts.of("import.new");
            case EXISTING -> Texts.of("import.existing", onShow == null ? "" : onShow.name());
        };
    }
}
