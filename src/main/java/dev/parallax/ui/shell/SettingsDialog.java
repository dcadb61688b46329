package dev.parallax.ui.shell;

import dev.parallax.settings.Settings;
import dev.parallax.settings.Theme;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.NumberSpinner;
import dev.parallax.ui.controls.SegmentedControl;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The settings of this user on this machine.
final class SettingsDialog {
    private static final int LONGEST_DAYS = 3_650;

    private final Node owner;
    private final ShellModel model;

    SettingsDialog(Node owner, ShellModel model) {
        this.owner = owner;
        this.model = model;
    }

    void show() {
        Settings now = model.settings().get();
        var theme =
                new SegmentedControl<>(
                        List.of(Theme.SYSTEM, Theme.LIGHT, Theme.DARK), SettingsDialog::words);
        theme.value().set(now.theme());
        var browser = new TextField(now.browser().map(Path::toString).orElse(""));
        browser.setPromptText(Texts.of("settings.browser.found"));
        browser.setPrefColumnCount(26);
        Button choose =
                Buttons.plain(
                        Texts.of("settings.browser.choose"),
                        Feather.FOLDER,
                        () -> chooseBrowser(browser));
        var days = new NumberSpinner(1, LONGEST_DAYS, now.retentionDays());
        new FormDialog(owner, Texts.of("settings.title"), Texts.of("settings.save"))
                .field(Texts.of("settings.theme"), theme, Texts.of("settings.theme.hint"))
                .field(
                        Texts.of("settings.browser"),
                        new HBox(8, browser, choose),
                        Texts.of("settings.browser.hint"))
                .field(Texts.of("settings.retention"), days, Texts.of("settings.retention.hint"))
                .show(() -> {
                    int keptDays = days.number();
                    model.change(before ->
                            before.withTheme(theme.value().get())
                                    .withBrowser(path(browser.getText()))
                                    .withRetentionDays(keptDays));
                });
    }

    private static Optional<Path> path(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
    }

    private void chooseBrowser(TextField field) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("settings.browser.title"));
        @Nullable File file = chooser.showOpenDialog(owner.getScene().getWindow());
        if (file != null) {
            field.setText(file.toString());
        }
    }

    private static String words(Theme theme) {
        return switch (theme) {
            case SYSTEM -> Texts.of("settings.theme.system");
            case LIGHT -> Texts.of("settings.theme.light");
            case DARK -> Texts.of("settings.theme.dark");
        };
    }
}
