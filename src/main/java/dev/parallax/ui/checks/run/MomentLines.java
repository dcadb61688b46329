package dev.parallax.ui.checks.run;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Lines through all rows at the moments of the pages, and where the pointer is.
final class MomentLines extends Pane {
    private final TimeLine time;
    private final List<Moments.Moment> moments = new ArrayList<>();
    private final Region pointed = new Region();

    MomentLines(TimeLine time) {
        this.time = time;
        setMouseTransparent(true);
        pointed.getStyleClass().add("moment-pointed");
        time.shown().subscribe(_ -> requestLayout());
        time.pointed().subscribe(_ -> requestLayout());
    }

    void show(Moments shown) {
        moments.clear();
        moments.addAll(shown.list());
        getChildren().clear();
        for (Moments.Moment moment : moments) {
            var line = new Region();
            line.getStyleClass().add(moment.styleClass());
            getChildren().add(line);
        }
        getChildren().add(pointed);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < moments.size(); i++) {
            place((Region) getChildren().get(i), moments.get(i).millis());
        }
        place(pointed, time.pointed().get());
    }

    private void place(Region line, double millis) {
        double width = getWidth() - RequestCell.GUTTER - RequestCell.MARGIN;
        double x = time.place(millis, width);
        line.setVisible(x >= 0 && x <= width);
        line.resizeRelocate(RequestCell.GUTTER + x, 0, 1, getHeight());
    }
}
