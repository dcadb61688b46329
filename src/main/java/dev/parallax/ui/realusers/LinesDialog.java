package dev.parallax.ui.realusers;

import dev.parallax.rum.QuarantinedLine;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The lines of the source that were kept because something in them could not be used.
final class LinesDialog {
    private final Node owner;
    private final List<QuarantinedLine> lines;

    /// @param wanted the lines of one reason
    /// @param all shown instead if there are none of that reason
    LinesDialog(Node owner, List<QuarantinedLine> wanted, List<QuarantinedLine> all) {
        this.owner = owner;
        this.lines = wanted.isEmpty() ? all : wanted;
    }

    void show() {
        TableView<QuarantinedLine> table =
                Columns.table(
                        Labels.caption(Texts.of("lines.none")),
                        List.of(
                                Columns.number(
                                        Texts.of("lines.line"),
                                        72,
                                        QuarantinedLine::line,
                                        line -> Numbers.count(line.line())),
                                Columns.text(
                                        Texts.of("certificate.reason"),
                                        200,
                                        QuarantinedLine::reason),
                                Columns.text(Texts.of("lines.text"), 640, QuarantinedLine::text)));
        table.getStyleClass().add("dense");
        table.setItems(FXCollections.observableArrayList(lines));
        new FormDialog(owner, Texts.of("lines.title"), Texts.of("lines.copy"))
                .otherwise(Texts.of("import.close"))
                .explain(Texts.of("lines.explain"))
                .content(table)
                .large(960, 560)
                .focus(table)
                .show(this::copy);
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(
                String.join(
                        "\n",
                        lines.stream()
                                .map(line ->
                                        line.file()
                                                + ":"
                                                + line.line()
                                                + "\t"
                                                + line.reason()
                                                + "\t"
                                                + line.text())
                                .toList()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
