package dev.parallax.ui.shell;

import dev.parallax.settings.Theme;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.realusers.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/// Everything the window can do wherever one is in it.
final class Commands {

    /// What only the window itself can do.
    record WindowActions(
            Consumer<Tab> realUsers,
            Runnable theme,
            Runnable tasks,
            Runnable settings,
            Runnable trusted,
            Runnable quit) {}

    private final ShellModel model;
    private final FileMenu fileMenu;
    private final WindowActions window;

    Commands(ShellModel model, FileMenu fileMenu, WindowActions window) {
        this.model = model;
        this.fileMenu = fileMenu;
        this.window = window;
    }

    List<Command> all() {
        var commands = new ArrayList<Command>();
        for (Place place : Place.values()) {
            commands.add(
                    new Command(
                            Texts.of("command.go", place.label()),
                            place.icon(),
                            MainKeys.of(place),
                            () -> model.place().set(place)));
        }
        for (Tab tab : Tab.values()) {
            commands.add(
                    new Command(
                            Texts.of("command.realusers", tab.label()),
                            Place.REAL_USERS.icon(),
                            null,
                            () -> window.realUsers().accept(tab)));
        }
        commands.add(
                new Command(
                        Texts.of("menu.new"), Feather.FILE_PLUS, MainKeys.NEW, fileMenu::create));
        commands.add(
                new Command(Texts.of("menu.open"), Feather.FOLDER, MainKeys.OPEN, fileMenu::open));
        commands.add(
                new Command(
                        Texts.of("command.theme"), Feather.MOON, MainKeys.THEME, window.theme()));
        commands.add(
                new Command(
                        Texts.of("command.followsystem"),
                        Feather.MONITOR,
                        null,
                        () -> model.choose(Theme.SYSTEM)));
        commands.add(
                new Command(
                        Texts.of("command.tasks"), Feather.LAYERS, MainKeys.TASKS, window.tasks()));
        commands.add(
                new Command(
                        Texts.of("menu.settings"),
                        Feather.SETTINGS,
                        MainKeys.SETTINGS,
                        window.settings()));
        commands.add(new Command(Texts.of("menu.trusted"), Feather.SHIELD, null, window.trusted()));
        commands.add(
                new Command(Texts.of("menu.quit"), Feather.LOG_OUT, MainKeys.QUIT, window.quit()));
        return commands;
    }
}
