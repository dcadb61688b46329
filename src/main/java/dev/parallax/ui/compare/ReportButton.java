package dev.parallax.ui.compare;

import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// Writes what is on the screen as an HTML file that the user chooses.
final class ReportButton {
    private ReportButton() {}

    /// A button that can be pressed while there is something to write.
    ///
    /// @param shown what is on the screen
    /// @param name of the file that is proposed
    /// @param write writes it
    static <T> Node of(
            ObservableValue<Optional<T>> shown,
            Function<T, String> name,
            BiConsumer<T, Path> write) {
        Button button = Buttons.plain(Texts.of("report.export"), Feather.SHARE, () -> {});
        button.setOnAction(_ ->
                shown.getValue().ifPresent(now -> choose(button, now, name.apply(now), write)));
        button.disableProperty().bind(shown.map(Optional::isEmpty));
        return button;
    }

    private static <T> void choose(Node place, T shown, String name, BiConsumer<T, Path> write) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(safe(name));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.of("report.html"), "*.html"));
        Optional.ofNullable(chooser.showSaveDialog(place.getScene().getWindow()))
                .ifPresent(file -> write.accept(shown, file.toPath()));
    }

    /// Names come from files of strangers: what no file system takes becomes a space.
    private static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
    }
}
