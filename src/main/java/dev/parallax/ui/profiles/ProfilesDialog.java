package dev.parallax.ui.profiles;

import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.profiles.ProfilesModel.Entry;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All profiles to the left; to the right a preset with its source, or the editor of an own one.
public final class ProfilesDialog {
    private static final double WIDTH = 920;
    private static final double HEIGHT = 720;
    private static final double LIST_WIDTH = 296;

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_ON_WINDOWS =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final Node owner;
    private final ProfilesModel model;
    private final TextField search = new TextField();

    /// @param owner a node of the window it belongs to
    public ProfilesDialog(Node owner, ProfilesModel model) {
        this.owner = owner;
        this.model = model;
    }

    /// Shows it until it is closed.
    ///
    /// @param closed is called when something may have changed
    public void show(Runnable closed) {
        model.open();
        new FormDialog(owner, Texts.of("profiles.title"), Texts.of("profiles.save"))
                .content(content())
                .large(WIDTH, HEIGHT)
                .otherwise(Texts.of("profiles.close"))
                .validWhen(model.savable())
                .focus(search)
                .show(
                        () -> {
                            model.save();
                            closed.run();
                        },
                        closed);
    }

    /// Everything in it, for a window of its own.
    public Region content() {
        search.setPromptText(Texts.of("profiles.search"));
        search.setId("profile-search");
        search.textProperty().bindBidirectional(model.search());
        var side = new VBox(8, search, list());
        side.setMinWidth(LIST_WIDTH);
        side.setMaxWidth(LIST_WIDTH);
        Region detail = detail();
        HBox.setHgrow(detail, Priority.ALWAYS);
        var both = new HBox(16, side, detail);
        both.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        return both;
    }

    private ListView<Entry> list() {
        var list = new ListView<>(model.entries());
        list.setId("profiles");
        list.getStyleClass().add("side-list");
        list.setCellFactory(_ -> new ProfileCell(model));
        var selection = list.getSelectionModel();
        selection
                .selectedItemProperty()
                .subscribe(entry -> {
                    if (entry != null) {
                        model.selected().set(entry);
                    }
                });
        model.selected()
                .subscribe(entry -> {
                    if (entry != null && !entry.equals(selection.getSelectedItem())) {
                        selection.select(entry);
                        list.scrollTo(entry);
                    }
                });
        model.unsaved().subscribe(_ -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private Region detail() {
        var preset = new PresetPane(model::duplicate);
        var editor = new EditorPane(model);
        var scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        model.selected()
                .subscribe(entry -> {
                    scroll.setVisible(entry != null);
                    if (entry == null) {
                        return;
                    }
                    entry.preset()
                            .ifPresent(shown -> {
                                preset.show(shown);
                                scroll.setContent(preset);
                            });
                    entry.own()
                            .ifPresent(shown -> {
                                editor.show(shown);
                                scroll.setContent(editor);
                            });
                    scroll.setVvalue(0);
                });
        return scroll;
    }

    /// A field would take back its own letters only.
    private void step(KeyEvent event) {
        if (UNDO.match(event)) {
            model.undo();
            event.consume();
        } else if (REDO.match(event) || REDO_ON_WINDOWS.match(event)) {
            model.redo();
            event.consume();
        }
    }
}
