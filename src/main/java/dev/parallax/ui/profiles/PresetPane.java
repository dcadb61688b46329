package dev.parallax.ui.profiles;

import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import dev.parallax.measure.ProfileTrait;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A preset: all its numbers and where they are from. To change one it is copied.
final class PresetPane extends VBox {
    private static final List<ProfileTrait> NETWORK =
            List.of(
                    ProfileTrait.METHOD,
                    ProfileTrait.RTT,
                    ProfileTrait.DOWN,
                    ProfileTrait.UP,
                    ProfileTrait.CORRECTION,
                    ProfileTrait.CPU_RATE);
    private static final List<ProfileTrait> DEVICE =
            List.of(
                    ProfileTrait.DEVICE,
                    ProfileTrait.VIEWPORT,
                    ProfileTrait.TOUCH,
                    ProfileTrait.USER_AGENT);
    private static final List<ProfileTrait> VISITOR =
            List.of(
                    ProfileTrait.LOCALE,
                    ProfileTrait.TIME_ZONE,
                    ProfileTrait.COLOR_SCHEME,
                    ProfileTrait.CACHE,
                    ProfileTrait.BLOCK_LIST);

    private final Runnable duplicate;

    PresetPane(Runnable duplicate) {
        super(12);
        this.duplicate = duplicate;
    }

    void show(Preset preset) {
        Button copy = Buttons.primary(Texts.of("profiles.duplicate.edit"), Feather.COPY, duplicate);
        copy.setId("duplicate-profile");
        Label name = Labels.title(preset.name());
        Label id = Labels.caption(preset.id());
        id.getStyleClass().add("code");
        var words = new VBox(2, name, id);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(12, words, copy);
        head.getStyleClass().add("card-head");
        Label source =
                Labels.paragraph(
                        Texts.of("profiles.source", preset.source(), preset.link().toString()));
        Label note = Labels.paragraph(Texts.sentence(Texts.capital(preset.note())));
        source.getStyleClass().add("muted");
        note.getStyleClass().add("muted");
        getChildren()
                .setAll(
                        head,
                        source,
                        note,
                        facts(Texts.of("profile.part.network"), preset.profile(), NETWORK),
                        facts(Texts.of("profile.part.device"), preset.profile(), DEVICE),
                        facts(Texts.of("profile.part.visitor"), preset.profile(), VISITOR));
    }

    private static Card facts(String title, Profile profile, List<ProfileTrait> traits) {
        var grid = new GridPane(16, 8);
        for (ProfileTrait trait : traits) {
            Label name = Labels.body(Texts.capital(trait.label()));
            name.getStyleClass().add("muted");
            name.setMinWidth(128);
            Label value = Labels.paragraph(trait.of(profile));
            grid.addRow(grid.getRowCount(), name, value);
        }
        return new Card(title, grid);
    }
}
