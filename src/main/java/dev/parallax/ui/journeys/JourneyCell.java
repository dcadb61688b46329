package dev.parallax.ui.journeys;

import dev.parallax.journey.Journey;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.journeys.JourneyUseCases.Entry;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A journey in the list.
final class JourneyCell extends ListCell<Entry> {

    /// How a kind of journey is shown.
    static Feather icon(Journey.Kind kind) {
        return switch (kind) {
            case BROWSER -> Feather.MONITOR;
            case HTTP -> Feather.SERVER;
        };
    }

    /// A kind of journey in words.
    static String words(Journey.Kind kind) {
        return switch (kind) {
            case BROWSER -> Texts.of("journeys.kind.browser");
            case HTTP -> Texts.of("journeys.kind.http");
        };
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        var words =
                new VBox(
                        2,
                        Labels.body(entry.name()),
                        Labels.caption(
                                Texts.of("journeys.entry", words(entry.kind()), entry.steps())));
        words.setMinWidth(0);
        var row = new HBox(12, Icons.of(icon(entry.kind())), words);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setGraphic(row);
    }
}
