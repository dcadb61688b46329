package dev.parallax.ui.chart;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// Brings our drawings onto ChartFX's canvas. It bypasses data sets: what is shown is a value that
/// changes as a whole, and copying it into a data set would only cost time.
///
/// @param <S> what is shown
final class Layer<S> extends AbstractRendererXY<Layer<S>> {
    private final Drawing<S> drawing;
    private final Inks inks;
    private @Nullable S shown;

    Layer(Drawing<S> drawing, Inks inks) {
        this.drawing = drawing;
        this.inks = inks;
    }

    void show(S newShown) {
        shown = newShown;
        invalidateCanvas();
    }

    void redraw() {
        invalidateCanvas();
    }

    @Override
    public void render() {
        S now = shown;
        if (now == null) {
            return;
        }
        updateCachedVariables();
        var canvas = getChart().getCanvas();
        var plane = new Plane(xAxis, yAxis, canvas.getWidth(), canvas.getHeight());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.save();
        drawing.draw(new CanvasPen(gc, inks), plane, now);
        gc.restore();
    }

    @Override
    protected void render(GraphicsContext gc, DataSet dataSet, DataSetNode style) {
        throw new IllegalStateException("this layer has no data sets: " + dataSet.getName());
    }

    @Override
    protected Layer<S> getThis() {
        return this;
    }
}
