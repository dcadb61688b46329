package dev.parallax.ui.overview;

import dev.parallax.compare.Comparison;
import dev.parallax.measure.RunStatus;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.View;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.ScreenHeader;
import dev.parallax.ui.controls.StatTile;
import dev.parallax.ui.controls.StatusPill;
import dev.parallax.ui.overview.OverviewUseCases.Standing;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The state of everything on one screen, each part with the way to more of it.
public final class OverviewView implements View {

    /// Where the parts of the screen lead.
    ///
    /// @param missing gets what a person wants to add
    /// @param verdict gets the comparison to be looked at
    /// @param run gets the run to be looked at
    public record Ways(
            Consumer<OverviewModel.Missing> missing,
            Consumer<Comparison> verdict,
            Consumer<OverviewUseCases.Ran> run) {}

    private final OverviewModel model;
    private final VBox root = new VBox();
    private final Map<RunStatus, StatTile> tiles = new EnumMap<>(RunStatus.class);

    public OverviewView(OverviewModel model, Ways ways) {
        this.model = model;
        var row = new HBox(16);
        tile(row, RunStatus.OK, Texts.of("overview.ok"));
        tile(row, RunStatus.DEGRADED, Texts.of("overview.degraded"));
        tile(row, RunStatus.FAILED, Texts.of("overview.failed"));
        tile(row, RunStatus.NOT_OBSERVED, Texts.of("overview.notobserved"));
        var verdicts = new VerdictList(ways.verdict());
        var runs = new RunList(ways.run());
        var missing = new MissingList(ways.missing());
        var missingCard = new Card(Texts.of("overview.missing"), missing).flush();
        missingCard.managedProperty().bind(missingCard.visibleProperty());
        var right = new VBox(16, missingCard, new Card(Texts.of("overview.runs"), runs).flush());
        right.setMinWidth(408);
        right.setMaxWidth(408);
        var left = new Card(Texts.of("overview.verdicts"), verdicts).flush();
        HBox.setHgrow(left, Priority.ALWAYS);
        var columns = new HBox(16, left, right);
        var scroll = new ScrollPane(new VBox(16, row, columns));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().add("screen");
        root.getChildren()
                .addAll(
                        new ScreenHeader(Texts.of("place.overview"), Texts.of("overview.subtitle")),
                        scroll);
        model.standing()
                .subscribe(now ->
                        now.ifPresent(standing -> {
                            show(standing);
                            runs.show(standing);
                        }));
        model.standing().subscribe(_ -> list(missing, missingCard));
        model.unwatched().subscribe(_ -> list(missing, missingCard));
        model.verdicts().subscribe(found -> verdicts.show(found, model.comparing().get()));
        model.comparing().subscribe(busy -> verdicts.show(model.verdicts().get(), busy));
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void attach() {
        model.refresh();
    }

    private void list(MissingList missing, Card card) {
        model.standing()
                .get()
                .ifPresent(standing -> {
                    missing.show(standing, model.unwatched().get());
                    card.setVisible(
                            !OverviewModel.missing(standing, model.unwatched().get()).isEmpty());
                });
    }

    private void tile(HBox row, RunStatus status, String caption) {
        var tile = new StatTile(caption);
        tile.getStyleClass().add("status-tile");
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setPrefWidth(0);
        tiles.put(status, tile);
        row.getChildren().add(tile);
    }

    private void show(Standing standing) {
        tiles.forEach((status, tile) -> {
            long count = OverviewModel.count(standing, status);
            tile.value().set(String.valueOf(count));
            tile.detail().set(Texts.of("overview.journeys", standing.newest().size()));
            tile.tone(count == 0 ? "neutral" : StatusPill.tone(status));
        });
    }
}
