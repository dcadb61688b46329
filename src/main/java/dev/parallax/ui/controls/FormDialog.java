package dev.parallax.ui.controls;

import dev.parallax.ui.common.Texts;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;

/// A small window that asks for a few values and then does something with them.
public final class FormDialog {
    private static final double WIDTH = 440;

    /// What a window manager takes for the frame, and some air.
    private static final double TITLE_BAR = 72;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final GridPane fields = new GridPane(16, 12);
    private final VBox content = new VBox(16);
    private final ButtonType confirm;
    private final ButtonType cancel =
            new ButtonType(Texts.of("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    private Optional<Node> first = Optional.empty();

    /// @param owner a node of the window it belongs to
    /// @param title what it is for
    /// @param confirm the verb on the button that does it
    public FormDialog(Node owner, String title, String confirm) {
        this.confirm = new ButtonType(confirm, ButtonBar.ButtonData.OK_DONE);
        dialog.setTitle(title);
        dialog.initOwner(owner.getScene().getWindow());
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        content.getStyleClass().add("form");
        content.getChildren().addAll(Labels.title(title), fields);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(cancel, this.confirm);
        confirmButton().getStyleClass().add("accent");
        fields.setVisible(false);
        fields.setManaged(false);
    }

    /// What it does cannot be undone: the button looks so, and neither a hasty Enter nor a space
    /// presses it.
    public FormDialog dangerous() {
        confirmButton().getStyleClass().remove("accent");
        confirmButton().getStyleClass().add("danger");
        confirmButton().setDefaultButton(false);
        button(cancel).setDefaultButton(true);
        first = Optional.of(button(cancel));
        return this;
    }

    /// Makes it as large as the screen has room for, up to this; what was added last takes the
    /// height that is left.
    public FormDialog large(double width, double height) {
        double room = Screen.getPrimary().getVisualBounds().getHeight() - TITLE_BAR;
        // all three, as the theme holds dialogs to a width
        dialog.getDialogPane().setMinSize(width, Math.min(height, room));
        dialog.getDialogPane().setPrefSize(width, Math.min(height, room));
        dialog.getDialogPane().setMaxSize(width, Math.min(height, room));
        VBox.setVgrow(content.getChildren().getLast(), Priority.ALWAYS);
        return this;
    }

    /// Gives the keyboard to this first, instead of to the first field.
    public FormDialog focus(Node node) {
        first = Optional.of(node);
        return this;
    }

    /// Says otherwise what the other button does, where there is nothing to cancel.
    public FormDialog otherwise(String verb) {
        button(cancel).setText(verb);
        return this;
    }

    /// Adds a field with its name in front and, in small print, what belongs in it.
    public FormDialog field(String name, Node field, String hint) {
        fields.setVisible(true);
        fields.setManaged(true);
        int row = fields.getRowCount();
        Label label = Labels.body(name);
        label.setMinWidth(120);
        label.setLabelFor(field);
        label.getStyleClass().add("form-label");
        GridPane.setValignment(label, VPos.TOP);
        Label small = Labels.caption(hint);
        small.setWrapText(true);
        small.setMaxWidth(WIDTH);
        small.setMinHeight(Region.USE_PREF_SIZE);
        fields.addRow(row, label, new VBox(4, field, small));
        return this;
    }

    /// Adds a paragraph under the fields.
    public FormDialog explain(String text) {
        Label label = Labels.paragraph(text);
        label.getStyleClass().add("muted");
        label.setPrefWidth(WIDTH);
        content.getChildren().add(label);
        return this;
    }

    /// Adds something of its own kind under the fields.
    public FormDialog content(Node node) {
        content.getChildren().add(node);
        return this;
    }

    /// Keeps the button shut while the values will not do.
    public FormDialog validWhen(ObservableBooleanValue valid) {
        confirmButton().disableProperty().bind(javafx.beans.binding.Bindings.not(valid));
        return this;
    }

    /// Takes it away as if it was cancelled.
    public void close() {
        dialog.close();
    }

    /// Asks; does it if the person agrees.
    public void show(Runnable action) {
        show(action, () -> {});
    }

    /// Asks.
    ///
    /// @param action is done if the person agrees
    /// @param otherwise is done if not
    public void show(Runnable action, Runnable otherwise) {
        // a dialog that waits says so before it is there, and then gives the keyboard to a button
        dialog.setOnShown(_ ->
                Platform.runLater(() -> first.or(this::firstField).ifPresent(Node::requestFocus)));
        dialog.showAndWait().filter(confirm::equals).ifPresentOrElse(_ -> action.run(), otherwise);
    }

    /// The dialog would give the keyboard to one of its buttons.
    private Optional<Node> firstField() {
        return fields.getChildren().stream()
                .filter(VBox.class::isInstance)
                .flatMap(cell -> takesKeys(((VBox) cell).getChildren().getFirst()).stream())
                .findFirst();
    }

    /// The node that takes keys, or the first within it.
    private static Optional<Node> takesKeys(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> takesKeys(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    /// What is shown and the buttons under it.
    DialogPane pane() {
        return dialog.getDialogPane();
    }

    private Button confirmButton() {
        return button(confirm);
    }

    private Button button(ButtonType type) {
        return (Button) dialog.getDialogPane().lookupButton(type);
    }
}
