package dev.parallax.ui.controls;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// How many have it good, middling and poor, as one bar of three parts, and a fourth for those of
/// whom it is not known. The numbers stand beside it: colour is never the only sign.
public final class ShareBar extends Pane {
    private static final double GAP = 2;
    private static final double ROUNDING = 1e-9;

    private final List<Region> parts =
            List.of(part("ink-good"), part("ink-fair"), part("ink-poor"), part("ink-unsure"));
    private double[] shares = {};

    /// An empty bar.
    public ShareBar() {
        setMinHeight(6);
        setPrefHeight(6);
        setMaxHeight(6);
        getChildren().setAll(parts);
    }

    /// Shows three shares.
    ///
    /// @param good 0 to 1; what the three together lack to 1 is not known
    public void show(double good, double middling, double poor) {
        double unsure = 1 - good - middling - poor;
        shares = new double[] {good, middling, poor, unsure < ROUNDING ? 0 : unsure};
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
