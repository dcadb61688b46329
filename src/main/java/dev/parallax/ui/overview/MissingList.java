package dev.parallax.ui.overview;

import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.overview.OverviewModel.Missing;
import dev.parallax.ui.overview.OverviewUseCases.Standing;
import dev.parallax.ui.overview.OverviewUseCases.Unwatched;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is missing, each with the way to it.
final class MissingList extends VBox {
    private final Consumer<Missing> open;

    MissingList(Consumer<Missing> open) {
        this.open = open;
    }

    void show(Standing standing, Optional<Unwatched> unwatched) {
        getChildren()
                .setAll(
                        OverviewModel.missing(standing, unwatched).stream()
                                .map(missing -> row(missing, unwatched))
                                .toList());
    }

    private Node row(Missing missing, Optional<Unwatched> unwatched) {
        return switch (missing) {
            case JOURNEY ->
                    row(
                            Feather.MAP,
                            Texts.of("missing.journey"),
                            Texts.of("missing.journey.do"),
                            missing);
            case RUN ->
                    row(Feather.PLAY, Texts.of("missing.run"), Texts.of("missing.run.do"), missing);
            case DATASET ->
                    row(
                            Feather.USERS,
                            Texts.of("missing.dataset"),
                            Texts.of("missing.dataset.do"),
                            missing);
            case CHECK ->
                    row(
                            Feather.CLOCK,
                            Texts.of("missing.check"),
                            Texts.of("missing.check.do"),
                            missing);
            case PAGE ->
                    row(
                            Feather.TARGET,
                            unwatched.map(MissingList::words).orElse(""),
                            Texts.of("missing.page.do"),
                            missing);
        };
    }

    private static String words(Unwatched page) {
        return Texts.of(
                "missing.page",
                page.path(),
                Numbers.decimal(page.poorMinutes(), page.poorMinutes() < 10 ? 1 : 0),
                Numbers.percent(page.share()));
    }

    private Node row(Feather icon, String text, String action, Missing missing) {
        Label label = Labels.paragraph(text);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var row =
                new HBox(
                        12,
                        Icons.of(icon),
                        label,
                        Buttons.link(action, () -> open.accept(missing)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("list-row");
        return row;
    }
}
