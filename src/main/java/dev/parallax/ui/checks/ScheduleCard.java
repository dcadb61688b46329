package dev.parallax.ui.checks;

import dev.parallax.ui.checks.CheckUseCases.Scheduled;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The checks that run by themselves, each with pause and remove.
final class ScheduleCard extends StackPane {
    private static final double MOST_HEIGHT = 232;

    private final ChecksModel model;
    private final Runnable add;
    private final VBox rows = new VBox();

    ScheduleCard(ChecksModel model, Runnable add) {
        this.model = model;
        this.add = add;
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        getChildren().add(new Card(Texts.of("checks.scheduled"), scroll).flush());
        setMinHeight(USE_PREF_SIZE);
        InvalidationListener refill = _ -> fill();
        model.checks().addListener(refill);
        model.journeys().addListener(refill);
        model.loaded().addListener(refill);
        fill();
    }

    private void fill() {
        if (!model.loaded().get()) {
            rows.getChildren().clear();
        } else if (model.checks().isEmpty()) {
            rows.getChildren().setAll(nothing());
        } else {
            rows.getChildren().setAll(model.checks().stream().map(this::row).toList());
        }
    }

    private Node nothing() {
        Label text = Labels.caption(Texts.of("checks.scheduled.none"));
        var row = new HBox(8, text);
        if (!model.journeys().isEmpty()) {
            row.getChildren().add(Buttons.link(Texts.of("checks.scheduled.add"), add));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("schedule-row");
        return row;
    }

    private Node row(Scheduled check) {
        String next =
                check.next()
                        .map(moment -> Texts.of("checks.next", Numbers.moment(moment)))
                        .orElseGet(() -> Texts.of("checks.paused"));
        Label profile = Labels.caption(check.profile());
        var words =
                new VBox(
                        2,
                        new HBox(8, Labels.body(check.journey()), profile),
                        Labels.caption(Texts.of("checks.rhythm", check.rhythm(), next)));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var sign =
                Icons.of(
                        check.isPaused() ? Feather.PAUSE_CIRCLE : Feather.CLOCK,
                        check.isPaused() ? "muted-icon" : "success-icon");
        var row =
                new HBox(
                        12,
                        sign,
                        words,
                        check.isPaused()
                                ? Buttons.icon(
                                        Texts.of("checks.resume"),
                                        Feather.PLAY,
                                        () -> model.toggle(check))
                                : Buttons.icon(
                                        Texts.of("checks.pause"),
                                        Feather.PAUSE,
                                        () -> model.toggle(check)),
                        Buttons.icon(
                                Texts.of("checks.remove"),
                                Feather.TRASH_2,
                                () -> model.remove(check)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("schedule-row");
        return row;
    }
}
