package dev.parallax.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.Region;

/// What a plot gives out of the window.
///
/// @param <S> what is shown
/// @param legend what the colours mean
/// @param numbers what is shown as CSV
record PlotPicture<S>(
        Plot<S> plot, Function<S, List<LegendEntry>> legend, Function<S, String> numbers)
        implements Picture {
    @Override
    public Region node() {
        return plot;
    }

    @Override
    public void resetZoom() {
        plot.resetZoom();
    }

    @Override
    public Optional<String> csv() {
        return Optional.ofNullable(plot.shown()).map(numbers);
    }

    @Override
    public boolean isDrawable() {
        return true;
    }

    @Override
    public Optional<String> svg() {
        return plot.svg(legend);
    }
}
