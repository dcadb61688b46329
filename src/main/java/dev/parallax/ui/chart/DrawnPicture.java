package dev.parallax.ui.chart;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A picture that is drawn as a whole with a pen, on the screen as into a file.
///
/// @param <S> what is shown
/// @param node where it is on the screen
/// @param shown null while nothing is
/// @param numbers what is shown as CSV
record DrawnPicture<S>(
        Region node,
        Inks inks,
        Supplier<@Nullable S> shown,
        Function<S, String> numbers,
        BiConsumer<Pen, S> drawing)
        implements Picture {
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
        var pen = new SvgPen(node.getWidth(), node.getHeight(), inks::paint);
        drawing.accept(pen, now);
        return pen.document();
    }
}
