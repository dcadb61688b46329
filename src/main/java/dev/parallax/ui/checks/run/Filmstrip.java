package dev.parallax.ui.checks.run;

import dev.parallax.measure.FilmFrame;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How the pages came up: pictures in even steps over the time on show, each as the page looked at
/// the end of its step.
final class Filmstrip extends Pane {
    private static final double PICTURE_WIDTH = 96;
    private static final double PICTURE_HEIGHT = 64;
    private static final double GAP = 8;
    private static final double CAPTION = 20;
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final TimeLine time;
    private final List<FilmFrame> frames;
    private final Map<FilmFrame, Image> decoded = new HashMap<>();

    /// @param frames in order of time, at least one
    Filmstrip(TimeLine time, List<FilmFrame> frames) {
        this.time = time;
        this.frames = List.copyOf(frames);
        getStyleClass().add("filmstrip");
        setMinHeight(PICTURE_HEIGHT + CAPTION);
        setMaxHeight(PICTURE_HEIGHT + CAPTION);
        setAccessibleText(Texts.of("film.spoken", frames.size()));
        time.shown().subscribe(_ -> fill());
        widthProperty().subscribe(_ -> fill());
        time.pointed().subscribe(_ -> mark());
        setOnMouseMoved(
                event -> time.pointed().set(time.millis(event.getX(), Math.max(1, getWidth()))));
        setOnMouseExited(_ -> time.pointed().set(Double.NaN));
    }

    private int steps() {
        return Math.max(1, (int) ((getWidth() + GAP) / (PICTURE_WIDTH + GAP)));
    }

    /// Here, not while laying out: labels made there would never be styled.
    private void fill() {
        int steps = steps();
        TimeLine.Stretch shown = time.shown().get();
        getChildren().clear();
        for (int step = 0; step < steps; step++) {
            getChildren().add(cell(shown.from() + shown.length() * (step + 1) / steps));
        }
        mark();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() / Math.max(1, getChildren().size());
        for (int step = 0; step < getChildren().size(); step++) {
            getChildren()
                    .get(step)
                    .resizeRelocate(step * width, 0, width - GAP, PICTURE_HEIGHT + CAPTION);
        }
    }

    private VBox cell(double until) {
        var picture = new StackPane();
        picture.getStyleClass().add("film-frame");
        picture.setMinHeight(PICTURE_HEIGHT);
        picture.setMaxHeight(PICTURE_HEIGHT);
        FilmFrame frame = last(until);
        if (frame != null) {
            var view = new ImageView(decoded.computeIfAbsent(frame, Filmstrip::decode));
            view.setPreserveRatio(true);
            view.setFitWidth(PICTURE_WIDTH - 2);
            view.setFitHeight(PICTURE_HEIGHT - 2);
            picture.getChildren().add(view);
        }
        Label moment = Labels.caption(Numbers.millis(until));
        var cell = new VBox(picture, moment);
        cell.setAlignment(Pos.TOP_CENTER);
        return cell;
    }

    private static Image decode(FilmFrame frame) {
        return new Image(
                new ByteArrayInputStream(frame.jpeg()),
                2 * PICTURE_WIDTH,
                2 * PICTURE_HEIGHT,
                true,
                true);
    }

    /// The last picture up to a moment; null before the first.
    private @Nullable FilmFrame last(double millis) {
        FilmFrame last = null;
        for (FilmFrame frame : frames) {
            if (frame.atMillis() > millis) {
                break;
            }
            last = frame;
        }
        return last;
    }

    /// Marks the step in which the moment pointed at lies.
    private void mark() {
        double width = Math.max(1, getWidth());
        double place = time.place(time.pointed().get(), width);
        int pointed = place >= 0 && place < width ? (int) (place / width * steps()) : -1;
        for (int step = 0; step < getChildren().size(); step++) {
            getChildren().get(step).pseudoClassStateChanged(POINTED, step == pointed);
        }
    }
}
