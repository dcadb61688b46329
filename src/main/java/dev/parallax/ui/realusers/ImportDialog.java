package dev.parallax.ui.realusers;

import dev.parallax.rum.Dataset;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.SegmentedControl;
import dev.parallax.ui.realusers.RealUserUseCases.Import.Target;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks what the data set made of some files is called, or whether they belong to the one on show;
/// with the assistant also what their columns are.
final class ImportDialog {
    private final RealUsersModel model;
    private final AssistantModel assistant;
    private final @Nullable Dataset onShow;
    private final FormDialog form;
    private final TextField name;
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
        name = new TextField(RealUsersModel.nameFor(assistant.files().getFirst()));
        name.setPrefColumnCount(28);
        name.disableProperty().bind(where.value().isEqualTo(Target.EXISTING));
        if (onShow != null) {
            where.value().set(target);
            form.field(Texts.of("import.into"), where, Texts.of("import.into.hint"));
        }
        form.field(Texts.of("import.name"), new VBox(name), Texts.of("import.name.hint"));
        form.validWhen(
                Bindings.createBooleanBinding(
                        this::isUsable, name.textProperty(), where.value(), assistant.trouble()));
    }

    private boolean isUsable() {
        boolean isNamed = where.value().get() == Target.EXISTING || !name.getText().isBlank();
        return isNamed && assistant.trouble().get().isEmpty();
    }

    /// Offers the assistant to whoever wants to look first.
    ImportDialog withHelp(Runnable open) {
        Button help =
                Buttons.link(
                        Texts.of("assistant.open"),
                        () -> {
                            form.close();
                            javafx.application.Platform.runLater(open);
                        });
        form.content(help);
        return this;
    }

    /// Shows the assistant in it.
    ImportDialog withAssistant() {
        form.content(new AssistantView(assistant));
        return this;
    }

    void show() {
        form.show(() -> {
            Dataset existing = onShow;
            if (existing != null && where.value().get() == Target.EXISTING) {
                model.importAs(assistant, existing.name(), Target.EXISTING);
            } else {
                model.importAs(assistant, name.getText().strip(), Target.NEW);
            }
        });
    }

    private String words(Target one) {
        return switch (one) {
            case NEW -> Texts.of("import.new");
            case EXISTING -> Texts.of("import.existing", onShow == null ? "" : onShow.name());
        };
    }
}
