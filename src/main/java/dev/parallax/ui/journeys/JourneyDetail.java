package dev.parallax.ui.journeys;

import dev.parallax.journey.Journey;
import dev.parallax.measure.Profile;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.NumberSpinner;
import dev.parallax.ui.journeys.JourneyUseCases.Entry;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The journey on show: its steps, to read, and how to run it.
final class JourneyDetail extends VBox {
    private static final double PROFILE_WIDTH = 232;
    private static final int MOST_ITERATIONS = 1000;

    private final JourneysModel model;
    private final Label name = Labels.heading("");
    private final Label about = Labels.caption("");
    private final StepList steps = new StepList();

    JourneyDetail(JourneysModel model) {
        this.model = model;
        var scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().addAll("panel", "flush");
        getChildren().addAll(head(), scroll);
        model.shown().subscribe(this::show);
    }

    private Region head() {
        var words = new VBox(2, name, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        ComboBox<Profile> profile = Choices.of(model.profiles(), Profile::name);
        profile.setItems(model.profiles());
        profile.setMaxWidth(PROFILE_WIDTH);
        profile.valueProperty().bindBidirectional(model.profile());
        var iterations = new NumberSpinner(1, MOST_ITERATIONS, model.iterations().get());
        iterations.setPrefWidth(80);
        iterations.valueProperty().subscribe(count -> model.iterations().set(count));
        Label times = Labels.caption(Texts.of("journeys.times"));
        Button run =
                Buttons.primary(
                        Texts.of("journeys.run"),
                        Feather.PLAY,
                        () -> {
                            model.iterations().set(iterations.number());
                            model.run();
                        });
        run.setId("run-journey");
        run.disableProperty().bind(model.running());
        Button delete = Buttons.icon(Texts.of("journeys.delete"), Feather.TRASH_2, model::delete);
        var head = new HBox(8, words, profile, iterations, times, run, delete);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        return head;
    }

    private void show(Optional<Journey> shown) {
        setVisible(shown.isPresent());
        shown.ifPresent(journey -> {
            Entry entry = model.selected().get();
            name.setText(journey.name());
            about.setText(
                    Texts.of(
                            "journeys.about",
                            JourneyCell.words(journey.kind()),
                            journey.pages().size(),
                            entry == null ? 1 : entry.revision()));
            steps.show(journey);
        });
    }
}
