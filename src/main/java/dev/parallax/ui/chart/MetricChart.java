package dev.parallax.ui.chart;

import dev.parallax.rum.ValueRange;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One chart over a metric's values.
final class MetricChart {
    private final MetricAxis values = new MetricAxis();
    private final ShareAxis shares = new ShareAxis();
    private final Plot<Shown> plot;
    private final ObjectProperty<Optional<ValueRange>> brush =
            new SimpleObjectProperty<>(Optional.empty());
    private double left = Double.NaN;
    private double right = Double.NaN;

    MetricChart(String name, Drawing<Shown> drawing, BiFunction<Shown, Double, String> words) {
        plot =
                new Plot<>(
                        name,
                        values,
                        shares,
                        drawing,
                        value -> shown() == null ? "" : words.apply(shown(), value),
                        this::home);
        plot.span().subscribe(span -> brush.set(span.map(MetricChart::range)));
        brush.subscribe(range -> plot.span().set(range.map(MetricChart::span)));
    }

    private static ValueRange range(Span span) {
        return new ValueRange(Math.max(0, span.low()), Math.max(0, span.high()));
    }

    private static Span span(ValueRange range) {
        return new Span(range.low(), range.high());
    }

    Plot<Shown> plot() {
        return plot;
    }

    /// The values that are picked.
    ObjectProperty<Optional<ValueRange>> brush() {
        return brush;
    }

    void show(Shown newShown, double highestShare) {
        boolean moved = newShown.low() != left || newShown.high() != right;
        left = newShown.low();
        right = newShown.high();
        values.show(newShown);
        if (moved) {
            plot.forgetZoom();
            values.home(newShown);
        }
        shares.show(highestShare);
        plot.show(newShown);
    }

    @Nullable Shown shown() {
        return plot.shown();
    }

    private void home() {
        Shown now = shown();
        if (now != null) {
            values.home(now);
        }
    }

    /// Keeps the other chart's range of values equal to this one's, the place pointed at, and what
    /// is picked.
    void linkWith(MetricChart other) {
        values.minProperty().bindBidirectional(other.values.minProperty());
        values.maxProperty().bindBidirectional(other.values.maxProperty());
        plot.cursor().bindBidirectional(other.plot.cursor());
        brush.bindBidirectional(other.brush);
    }
}
