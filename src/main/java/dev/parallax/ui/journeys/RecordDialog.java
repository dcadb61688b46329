package dev.parallax.ui.journeys;

import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.FormDialog;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// Asks where to start recording and what to call the journey.
final class RecordDialog {
    private final Node owner;
    private final BiConsumer<String, String> record;

    /// @param record gets address and name
    RecordDialog(Node owner, BiConsumer<String, String> record) {
        this.owner = owner;
        this.record = record;
    }

    void show() {
        show("", "");
    }

    /// Asks with something filled in.
    ///
    /// @param begin the address to begin with, which can be changed
    /// @param called the name to begin with
    void show(String begin, String called) {
        var url = new TextField(begin);
        url.setPromptText("https://");
        url.setPrefColumnCount(32);
        var name = new TextField(called);
        new FormDialog(owner, Texts.of("record.title"), Texts.of("record.start"))
                .field(Texts.of("record.url"), url, Texts.of("record.url.hint"))
                .field(Texts.of("record.name"), name, Texts.of("record.name.hint"))
                .explain(Texts.of("record.explain"))
                .validWhen(
                        Bindings.createBooleanBinding(
                                () ->
                                        url.getText().matches("https?://.+")
                                                && !name.getText().isBlank(),
                                url.textProperty(),
                                name.textProperty()))
                .show(() -> record.accept(url.getText().strip(), name.getText().strip()));
    }
}
