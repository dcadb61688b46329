package dev.parallax.ui.checks;

import dev.parallax.measure.Profile;
import dev.parallax.ui.checks.CheckUseCases.Wish;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.NumberSpinner;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/// Asks which journey to run how often.
final class CheckDialog {
    private static final int LONGEST_MINUTES = 24 * 60;
    private static final int FIRST_MINUTES = 15;

    private final Node owner;
    private final List<String> journeys;
    private final List<Profile> profiles;

    CheckDialog(Node owner, List<String> journeys, List<Profile> profiles) {
        this.owner = owner;
        this.journeys = List.copyOf(journeys);
        this.profiles = List.copyOf(profiles);
    }

    void show(Consumer<Wish> add) {
        ComboBox<String> journey = Choices.of(journeys, name -> name);
        journey.getSelectionModel().selectFirst();
        ComboBox<Profile> profile = Choices.of(profiles, Profile::name);
        profile.setValue(Profile.DESKTOP);
        var minutes = new NumberSpinner(1, LONGEST_MINUTES, FIRST_MINUTES);
        new FormDialog(owner, Texts.of("check.title"), Texts.of("check.add"))
                .field(Texts.of("check.journey"), journey, Texts.of("check.journey.hint"))
                .field(Texts.of("check.profile"), profile, Texts.of("check.profile.hint"))
                .field(Texts.of("check.every"), minutes, Texts.of("check.every.hint"))
                .validWhen(journey.valueProperty().isNotNull())
                .show(() ->
                        add.accept(
                                new Wish(
                                        journey.getValue(),
                                        profile.getValue().id(),
                                        Duration.ofMinutes(minutes.number()))));
    }
}
