package dev.parallax.ui.checks.run;

import dev.parallax.measure.Phases;
import dev.parallax.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The phases of one request, each a bar over its time.
final class PhaseBars extends Pane {
    private static final double HEIGHT = 12;

    private final TimeLine time;
    private final List<Phase> happened = new ArrayList<>();
    private double start;

    /// A phase of a request.
    ///
    /// @param styleClass its colour
    /// @param millis null if it did not happen
    record Phase(String styleClass, String name, @Nullable Double millis) {

        /// All phases, in the order in which they happen.
        static List<Phase> of(Phases phases) {
            return List.of(
                    new Phase("phase-dns", Texts.of("phase.dns"), phases.dns()),
                    new Phase("phase-connect", Texts.of("phase.connect"), phases.connect()),
                    new Phase("phase-tls", Texts.of("phase.tls"), phases.tls()),
                    new Phase("phase-send", Texts.of("phase.send"), phases.send()),
                    new Phase("phase-wait", Texts.of("phase.wait"), phases.waiting()),
                    new Phase("phase-receive", Texts.of("phase.receive"), phases.receive()));
        }
    }

    PhaseBars(TimeLine time) {
        this.time = time;
        setMinWidth(0);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        var clip = new Rectangle(0, HEIGHT);
        clip.widthProperty().bind(widthProperty());
        setClip(clip);
        time.shown().subscribe(_ -> requestLayout());
    }

    void show(double startMillis, Phases phases) {
        start = startMillis;
        happened.clear();
        getChildren().clear();
        for (Phase phase : Phase.of(phases)) {
            if (phase.millis() != null) {
                var bar = new Region();
                bar.getStyleClass().add(phase.styleClass());
                happened.add(phase);
                getChildren().add(bar);
            }
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double pixels = getWidth() / time.shown().get().length();
        double x = time.place(start, getWidth());
        for (int i = 0; i < happened.size(); i++) {
            Double millis = happened.get(i).millis();
            double width = millis == null ? 0 : millis * pixels;
            getChildren().get(i).resizeRelocate(x, 0, Math.max(1, width), HEIGHT);
            x += width;
        }
    }
}
