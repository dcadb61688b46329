package dev.parallax.ui.profiles;

import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.profiles.ProfileUseCases.Own;
import dev.parallax.ui.profiles.ProfilesModel.Entry;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The editor of an own profile: its name and what can be done with it, then all fields.
final class EditorPane extends VBox {
    private final ProfilesModel model;
    private final ProfileForm form;
    private final TextField name;
    private final Label about = Labels.caption("");

    EditorPane(ProfilesModel model) {
        super(12);
        this.model = model;
        form = new ProfileForm(model);
        name = form.name();
        Button undo = Buttons.icon(Texts.of("profiles.undo"), Feather.ROTATE_CCW, model::undo);
        Button redo = Buttons.icon(Texts.of("profiles.redo"), Feather.ROTATE_CW, model::redo);
        undo.disableProperty().bind(model.undoable().not());
        redo.disableProperty().bind(model.redoable().not());
        Button copy = Buttons.icon(Texts.of("profiles.duplicate"), Feather.COPY, model::duplicate);
        Button remove = Buttons.icon(Texts.of("profiles.remove"), Feather.TRASH_2, this::remove);
        remove.setId("remove-profile");
        var head = new HBox(4, name, undo, redo, copy, remove);
        head.getStyleClass().add("card-head");
        about.setWrapText(true);
        getChildren().addAll(head, form.nameRemark(), about, form);
        model.draft().subscribe(draft -> draft.ifPresent(now -> form.show(now, model.origin())));
    }

    void show(Own own) {
        String origin =
                own.profile()
                        .origin()
                        .map(from -> Texts.of("profiles.from", own.profile().id(), from.name()))
                        .orElseGet(() -> own.profile().id());
        about.setText(
                own.checks().isEmpty()
                        ? origin
                        : origin
                                + " · "
                                + Texts.of(
                                        "profiles.checks",
                                        own.checks().size(),
                                        String.join(", ", own.checks())));
        model.draft().get().ifPresent(now -> form.show(now, model.origin()));
    }

    private void remove() {
        Entry entry = model.selected().get();
        if (entry == null) {
            return;
        }
        String consequence =
                entry.own()
                        .filter(own -> !own.checks().isEmpty())
                        .map(own ->
                                Texts.of("profiles.remove.checks", String.join(", ", own.checks())))
                        .orElseGet(() -> Texts.of("profiles.remove.runs"));
        new FormDialog(
                        this,
                        Texts.of("profiles.remove.title", entry.profile().name()),
                        Texts.of("profiles.remove"))
                .explain(consequence)
                .dangerous()
                .show(model::remove);
    }
}
