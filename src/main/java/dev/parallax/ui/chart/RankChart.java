package dev.parallax.ui.chart;

import dev.parallax.problem.Problem;
import dev.parallax.ui.chart.RankShown.Row;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A ranking: one bar with its interval a row. A click, or Enter on the row that the arrow keys are
/// at, chooses it.
public final class RankChart {
    /// More rows than that are shown on demand.
    private static final int FIRST = 12;

    private static final int NONE = -1;

    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::draw);
    private final CanvasPane area = new CanvasPane(canvas, this::draw);
    private final IntConsumer chosen;
    private final ChartPanel panel;
    private final Label hint;
    private @Nullable RankShown shown;
    private boolean all;
    private int cursor = NONE;

    /// @param name of the ranking
    /// @param verb what choosing a row does, in a few words
    /// @param chosen gets the number of the row that was chosen
    /// @param controls stand beside the name
    public RankChart(
            String name,
            String verb,
            IntConsumer chosen,
            Background background,
            Consumer<? super Problem> problems,
            Node... controls) {
        this.chosen = chosen;
        panel =
                new ChartPanel(
                        name,
                        new DrawnPicture<>(
                                name,
                                area,
                                inks,
                                () -> shown,
                                RankShown::legend,
                                RankShown::csv,
                                (pen, now) -> drawing(pen, now).draw(rows(now), NONE)),
                        background,
                        problems,
                        controls);
        hint = Labels.caption(Texts.of("rank.hint", verb));
        panel.legend(List.of(), hint);
        canvas.setMouseTransparent(true);
        area.getChildren().addAll(inks, canvas);
        area.getStyleClass().add("week-chart");
        area.setFocusTraversable(true);
        area.setAccessibleText(Texts.of("rank.accessible", name));
        area.setCursor(Cursor.HAND);
        area.setOnMouseMoved(event -> point(rowAt(event.getY())));
        area.setOnMouseExited(_ -> point(NONE));
        area.setOnMouseClicked(event -> choose(rowAt(event.getY())));
        area.setOnKeyPressed(this::onKey);
        area.focusedProperty().subscribe(focused -> point(focused ? Math.max(0, cursor) : NONE));
    }

    public Region node() {
        return panel;
    }

    /// How many rows there are that are not on show.
    public int hidden() {
        RankShown now = shown;
        return now == null ? 0 : now.rows().size() - rows(now);
    }

    /// Shows all rows from now on.
    public void showAll() {
        all = true;
        resize();
    }

    public void show(RankShown newShown) {
        shown = newShown;
        cursor = NONE;
        panel.legend(newShown.legend(), hint);
        resize();
    }

    private void resize() {
        RankShown now = shown;
        double height = RankDrawing.HEAD + (now == null ? 0 : rows(now)) * RankDrawing.ROW;
        area.setMinHeight(height);
        area.setPrefHeight(height);
        area.setMaxHeight(height);
        draw();
    }

    private int rows(RankShown now) {
        return all ? now.rows().size() : Math.min(FIRST, now.rows().size());
    }

    private void onKey(KeyEvent event) {
        RankShown now = shown;
        if (now == null) {
            return;
        }
        switch (event.getCode()) {
            case UP -> point(Math.max(0, cursor - 1));
            case DOWN -> point(Math.min(rows(now) - 1, cursor + 1));
            case HOME -> point(0);
            case END -> point(rows(now) - 1);
            case ENTER -> choose(cursor);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int rowAt(double y) {
        RankShown now = shown;
        int row = (int) Math.floor((y - RankDrawing.HEAD) / RankDrawing.ROW);
        return now == null || row < 0 || row >= rows(now) ? NONE : row;
    }

    private void choose(int row) {
        if (row != NONE && shown != null) {
            chosen.accept(row);
        }
    }

    private void point(int row) {
        RankShown now = shown;
        if (row == cursor || now == null) {
            return;
        }
        cursor = row < rows(now) ? row : NONE;
        draw();
        if (cursor != NONE) {
            Row at = now.rows().get(cursor);
            area.setAccessibleText(
                    Texts.of("rank.row", at.kind(), at.name(), at.figure(), at.detail()));
        }
    }

    private void draw() {
        var gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        RankShown now = shown;
        if (now != null && canvas.getWidth() > 0) {
            drawing(new CanvasPen(gc, inks), now).draw(rows(now), cursor);
        }
    }

    private RankDrawing drawing(Pen pen, RankShown now) {
        return new RankDrawing(pen, now, area.getWidth());
    }
}
