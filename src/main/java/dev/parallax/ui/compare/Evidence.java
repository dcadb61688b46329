package dev.parallax.ui.compare;

import dev.parallax.compare.Comparison;
import dev.parallax.compare.FieldSide;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Placement;
import dev.parallax.statistics.Ratio;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.StatTile;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The numbers behind the verdict.
final class Evidence extends HBox {
    private final StatTile placement =
            new StatTile(Texts.of("evidence.placement"))
                    .explained(Texts.of("evidence.placement.explain"));
    private final StatTile lab = new StatTile(Texts.of("evidence.lab"));
    private final StatTile p75 = new StatTile(Texts.of("evidence.p75"));
    private final StatTile toMedian = new StatTile(Texts.of("evidence.tomedian"));
    private final SharesTile shares = new SharesTile();

    Evidence(CompareModel model) {
        super(16);
        getChildren().addAll(List.of(placement, lab, p75, toMedian, shares));
        for (var tile : List.of(placement, lab, p75, toMedian, shares)) {
            tile.setPrefWidth(0);
            tile.setMinWidth(0);
            HBox.setHgrow(tile, Priority.ALWAYS);
        }
        setMinHeight(USE_PREF_SIZE);
        model.comparison()
                .subscribe(found -> {
                    setVisible(found.isPresent());
                    setManaged(found.isPresent());
                    found.ifPresent(this::show);
                });
    }

    private void show(Comparison comparison) {
        Metric metric = comparison.lab().metric();
        FieldSide users = comparison.matched();
        Optional<Placement> placed = users.placement();
        placement.value().set(placed.map(Evidence::place).orElse(Numbers.NONE));
        placement
                .detail()
                .set(
                        placed.map(found ->
                                        Texts.of(
                                                "evidence.interval",
                                                Numbers.decimal(found.interval().low(), 0),
                                                Numbers.decimal(found.interval().high(), 0)))
                                .orElseGet(() -> Texts.of("evidence.notplaced")));
        lab.value()
                .set(
                        comparison.labMedian().isPresent()
                                ? Numbers.of(metric, comparison.labMedian().getAsDouble())
                                : Numbers.NONE);
        lab.detail().set(Texts.of("evidence.runs", comparison.lab().values().size()));
        p75.value()
                .set(
                        users.known(75)
                                .map(found -> Numbers.of(metric, found.value()))
                                .orElse(Numbers.NONE));
        p75.detail().set(Texts.of("evidence.views", Numbers.count(users.measured())));
        ratio(users.ratioToMedian(), users.ratioToP75());
        shares.show(users);
    }

    private void ratio(Optional<Ratio> median, Optional<Ratio> slow) {
        toMedian.value()
                .set(median.map(found -> Numbers.ratio(found.value())).orElse(Numbers.NONE));
        toMedian.detail()
                .set(
                        slow.map(found -> Texts.of("evidence.top75", Numbers.ratio(found.value())))
                                .orElse(""));
    }

    private static String place(Placement placement) {
        return placement.isRange()
                ? Texts.of(
                        "evidence.range",
                        Numbers.decimal(placement.ties().low(), 0),
                        Numbers.decimal(placement.ties().high(), 0))
                : Texts.of("evidence.place", Numbers.decimal(placement.value(), 0));
    }
}
