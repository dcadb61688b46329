package dev.parallax.ui.shell;

import dev.parallax.settings.Settings;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The File menu: workspaces, settings, the end.
final class FileMenu {
    private static final String ENDING = ".parallax";

    private final ShellModel model;
    private final MenuButton button = new MenuButton(Texts.of("menu.file"));
    private final Menu recent = new Menu(Texts.of("menu.recent"));

    /// @param quit closes the window
    FileMenu(ShellModel model, Runnable settings, Runnable trusted, Runnable quit) {
        this.model = model;
        button.getStyleClass().addAll("flat", "file-menu");
        button.setId("file-menu");
        recent.setGraphic(Icons.of(Feather.CLOCK));
        button.getItems()
                .setAll(
                        keyed(
                                item(Texts.of("menu.new"), Feather.FILE_PLUS, this::create),
                                MainKeys.NEW),
                        keyed(
                                item(Texts.of("menu.open"), Feather.FOLDER, this::open),
                                MainKeys.OPEN),
                        recent,
                        item(Texts.of("menu.trusted"), Feather.SHIELD, trusted),
                        new SeparatorMenuItem(),
                        keyed(
                                item(Texts.of("menu.settings"), Feather.SETTINGS, settings),
                                MainKeys.SETTINGS),
                        new SeparatorMenuItem(),
                        keyed(item(Texts.of("menu.quit"), Feather.LOG_OUT, quit), MainKeys.QUIT));
        model.settings().subscribe(this::fillRecent);
    }

    Node node() {
        return button;
    }

    /// Asks for a file and makes a new workspace there.
    void create() {
        FileChooser chooser = chooser(Texts.of("menu.new.title"));
        chooser.setInitialFileName("workspace" + ENDING);
        @Nullable File file = chooser.showSaveDialog(button.getScene().getWindow());
        if (file != null) {
            model.create(named(file.toPath()));
        }
    }

    /// The file with the ending by which it is found again: not every system's dialog adds it.
    static Path named(Path chosen) {
        String name = String.valueOf(chosen.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? chosen
                : chosen.resolveSibling(name + ENDING);
    }

    /// Asks for a workspace and opens it.
    void open() {
        @Nullable File file =
                chooser(Texts.of("menu.open.title")).showOpenDialog(button.getScene().getWindow());
        if (file != null) {
            model.open(file.toPath());
        }
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        model.workbench()
                .get()
                .map(open -> open.file().resolveSibling("").toAbsolutePath().toFile())
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.of("menu.workspace"), "*" + ENDING));
        return chooser;
    }

    private void fillRecent(Settings settings) {
        List<MenuItem> items = settings.recentWorkspaces().stream().map(this::recentItem).toList();
        recent.getItems().setAll(items);
        recent.setDisable(items.isEmpty());
    }

    private MenuItem recentItem(Path file) {
        var item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.open(file));
        return item;
    }

    /// Names the keys; the window itself listens to them, before any menu.
    private static MenuItem keyed(MenuItem item, KeyCombination keys) {
        item.setAccelerator(keys);
        return item;
    }

    private static MenuItem item(String name, Feather icon, Runnable action) {
        var item = new MenuItem(name, Icons.of(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
