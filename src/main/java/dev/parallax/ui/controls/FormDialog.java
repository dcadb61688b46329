package dev.parallax.ui.controls;

import dev.parallax.ui.common.Texts;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A small window that asks for a few values and then does something with them.
public final class FormDialog {
    private static final double WIDTH = 440;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final GridPane fields = new GridPane(16, 12);
    private final VBox content = new VBox(16);
    private final ButtonType confirm;

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
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(
                        new ButtonType(
                                Texts.of("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE),
                        this.confirm);
        confirmButton().getStyleClass().add("accent");
    }

    /// Adds a field with its name in front and, in small print, what belongs in it.
    public FormDialog field(String name, Node field, String hint) {
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
        dialog.setOnShown(_ -> focusFirstField());
        dialog.showAndWait().filter(confirm::equals).ifPresent(_ -> action.run());
    }

    /// The dialog would give it to the button that cancels.
    private void focusFirstField() {
        fields.getChildren().stream()
                .filter(VBox.class::isInstance)
                .map(cell -> ((VBox) cell).getChildren().getFirst())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Button confirmButton() {
        return (Button) dialog.getDialogPane().lookupButton(confirm);
    }
}
