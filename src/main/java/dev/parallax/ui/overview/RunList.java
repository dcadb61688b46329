package dev.parallax.ui.overview;

import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatusPill;
import dev.parallax.ui.overview.OverviewUseCases.Ran;
import dev.parallax.ui.overview.OverviewUseCases.Standing;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The newest run of each journey and profile.
final class RunList extends VBox {
    private static final int MOST = 8;

    private final Consumer<Ran> open;

    RunList(Consumer<Ran> open) {
        this.open = open;
    }

    void show(Standing standing) {
        if (standing.newest().isEmpty()) {
            var none = new HBox(Labels.caption(Texts.of("overview.runs.none")));
            none.getStyleClass().add("list-row");
            getChildren().setAll(none);
            return;
        }
        getChildren().setAll(standing.newest().stream().limit(MOST).map(this::row).toList());
    }

    private Node row(Ran run) {
        var name = new HBox(8, Labels.body(run.journey()), Labels.caption(run.profile()));
        name.setAlignment(Pos.BASELINE_LEFT);
        var words = new VBox(2, name, Labels.caption(Numbers.moment(run.started())));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row =
                new HBox(
                        8,
                        words,
                        new StatusPill(run.status()),
                        Buttons.link(Texts.of("overview.open"), () -> open.accept(run)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("list-row");
        return row;
    }
}
