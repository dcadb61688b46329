package dev.parallax.ui.chart;

import dev.parallax.ui.chart.Inks.Ink;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A picture that is drawn as a whole with a pen, on the screen as into a file.
///
/// @param <S> what is shown
/// @param name of the picture, for a file
/// @param node where it is on the screen
/// @param shown null while nothing is
/// @param legend what the colours mean
/// @param numbers what is shown as CSV
record DrawnPicture<S>(
        String name,
        Region node,
        Inks inks,
        Supplier<@Nullable S> shown,
        Function<S, List<LegendEntry>> legend,
        Function<S, String> numbers,
        BiConsumer<Pen, S> drawing)
        implements Picture {
    /// Room for the name and around the picture in a file.
    private static final double TOP = 36;

    private static final double SIDE = 16;

    @Override
    public boolean canZoom() {
        return false;
    }

    @Override
    public Optional<String> csv() {
        return Optional.ofNullable(shown.get()).map(numbers);
    }

    @Override
    public boolean isDrawable() {
        return true;
    }

    @Override
    public Optional<String> svg() {
        return Optional.ofNullable(shown.get()).map(this::draw);
    }

    private String draw(S now) {
        var key = new SvgLegend(legend.apply(now), node.getWidth());
        var pen =
                new SvgPen(
                        node.getWidth() + 2 * SIDE,
                        node.getHeight() + TOP + key.height() + SIDE,
                        inks::paint);
        pen.name(name);
        pen.text(Ink.TEXT, name, SIDE, TOP / 2, Pen.Align.LEFT);
        key.draw(pen, SIDE, TOP - 4);
        pen.move(SIDE, TOP + key.height());
        drawing.accept(pen, now);
        pen.home();
        return pen.document();
    }
}
