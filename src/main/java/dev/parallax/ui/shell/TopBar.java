package dev.parallax.ui.shell;

import dev.parallax.ui.common.Tasks;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The top of the window: the File menu, the way to the command palette, tasks, light and dark,
/// settings.
final class TopBar extends HBox {

    /// What the buttons do.
    record Actions(Runnable palette, Runnable tasks, Runnable theme, Runnable settings) {}

    TopBar(Node fileMenu, Tasks tasks, Appearance appearance, Actions actions) {
        getStyleClass().add("top-bar");
        Button theme = Buttons.icon(Texts.of("top.theme"), Feather.MOON, actions.theme());
        appearance
                .dark()
                .subscribe(dark -> theme.setGraphic(Icons.of(dark ? Feather.SUN : Feather.MOON)));
        getChildren()
                .addAll(
                        fileMenu,
                        gap(),
                        search(actions.palette()),
                        gap(),
                        tasks(tasks, actions.tasks()),
                        theme,
                        Buttons.icon(
                                Texts.of("menu.settings"), Feather.SETTINGS, actions.settings()));
    }

    private static Node search(Runnable open) {
        Label keys = Labels.caption(MainKeys.PALETTE.getDisplayText());
        keys.getStyleClass().add("keys");
        var words =
                new HBox(
                        8,
                        Icons.of(Feather.SEARCH),
                        Labels.caption(Texts.of("top.search")),
                        gap(),
                        keys);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setPrefWidth(360);
        var button = new Button(null, words);
        button.setAccessibleText(Texts.of("top.search"));
        button.setId("open-palette");
        button.getStyleClass().addAll("search-button");
        button.setOnAction(_ -> open.run());
        return button;
    }

    private static Node tasks(Tasks tasks, Runnable open) {
        Button button = Buttons.icon(Texts.of("tasks.title"), Feather.LAYERS, open);
        button.setId("open-tasks");
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        busy.setMouseTransparent(true); // as a control it would swallow the button's clicks
        tasks.running()
                .subscribe(running -> {
                    boolean any = running.intValue() > 0;
                    button.setGraphic(any ? busy : Icons.of(Feather.LAYERS));
                    button.setText(any ? String.valueOf(running) : null);
                });
        return button;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
