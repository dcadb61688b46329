package dev.parallax.ui.realusers;

import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.FormDialog;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// Asks what the data set made of some files is called.
final class ImportDialog {
    private final Node owner;
    private final List<Path> files;

    ImportDialog(Node owner, List<Path> files) {
        this.owner = owner;
        this.files = files;
    }

    void show(Consumer<String> named) {
        var name = new TextField(RealUsersModel.nameFor(files.getFirst()));
        name.setPrefColumnCount(28);
        new FormDialog(owner, Texts.of("import.title", files.size()), Texts.of("import.start"))
                .field(Texts.of("import.name"), name, Texts.of("import.name.hint"))
                .validWhen(
                        Bindings.createBooleanBinding(
                                () -> !name.getText().isBlank(), name.textProperty()))
                .show(() -> named.accept(name.getText().strip()));
    }
}
