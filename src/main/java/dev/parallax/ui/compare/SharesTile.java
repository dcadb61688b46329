package dev.parallax.ui.compare;

import dev.parallax.compare.FieldSide;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.ShareBar;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How many of the compared users have it good, middling and poor: numbers and one bar.
final class SharesTile extends VBox {
    private final Label value = Labels.figure("");
    private final Label detail = Labels.caption("");
    private final ShareBar bar = new ShareBar();

    SharesTile() {
        getStyleClass().addAll("panel", "stat-tile");
        getChildren().addAll(Labels.caption(Texts.of("shares.title")), value, bar, detail);
    }

    void show(FieldSide users) {
        boolean known = users.shares().isPresent();
        bar.setVisible(known);
        value.setText(
                users.shares().map(found -> Numbers.percent(found.good())).orElse(Numbers.NONE));
        detail.setText(
                users.shares()
                        .map(found -> Texts.of("shares.poor", Numbers.percent(found.poor())))
                        .orElseGet(() -> Texts.of("shares.none")));
        users.shares()
                .ifPresent(found -> bar.show(found.good(), found.needsImprovement(), found.poor()));
    }
}
