package dev.parallax.ui.compare;

import dev.parallax.compare.FieldSide;
import dev.parallax.compare.Shares;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How many of the compared users have it good, middling and poor: numbers and one bar.
final class SharesTile extends VBox {
    private final Label value = Labels.figure("");
    private final Label detail = Labels.caption("");
    private final Bar bar = new Bar();

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
        users.shares().ifPresent(bar::show);
    }

    private static final class Bar extends Pane {
        private static final double GAP = 2;

        private final List<Region> parts =
                List.of(part("ink-good"), part("ink-fair"), part("ink-poor"));
        private double[] shares = {};

        Bar() {
            setMinHeight(6);
            setPrefHeight(6);
            getChildren().setAll(parts);
        }

        void show(Shares found) {
            shares = new double[] {found.good(), found.needsImprovement(), found.poor()};
            requestLayout();
        }

        private static Region part(String ink) {
            var part = new Region();
            part.getStyleClass().addAll("share-part", ink);
            return part;
        }

        @Override
        protected void layoutChildren() {
            double x = 0;
            for (int i = 0; i < shares.length; i++) {
                double width = shares[i] * getWidth();
                parts.get(i).resizeRelocate(x, 0, Math.max(0, width - GAP), getHeight());
                x += width;
            }
        }
    }
}
