package dev.parallax.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.ui.chart.RankShown.Row;
import dev.parallax.ui.chart.RankShown.Standing;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

final class RankDrawingTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static Row row(String name, double value, double low, double high) {
        return new Row("Country", name, value, low, high, Standing.OVER, "figure", "detail");
    }

    private static RankShown shown(Scale scale, Row... rows) {
        return new RankShown(
                scale,
                new RankShown.Heads("Figure", "Detail"),
                List.of(rows),
                value -> "mark " + value,
                "csv");
    }

    private static String svg(RankShown shown) {
        var pen = new SvgPen(900, 200, _ -> Color.BLACK);
        new RankDrawing(pen, shown, 900).draw(shown.rows().size(), 0);
        return pen.document();
    }

    @Test
    void anIntervalWithoutEndDoesNotSqueezeTheOthers() {
        RankShown shown = shown(Scale.LINEAR, row("a", 100, 90, 110), row("b", 5, 0, INFINITE));
        assertThat(shown.least()).isZero();
        assertThat(shown.most()).isBetween(110.0, 250.0);
        RankShown ratios = shown(Scale.LOGARITHMIC, row("a", 3, 2, INFINITE), row("b", 0, 0, 0.2));
        assertThat(ratios.least()).isBetween(1 / 64.0, 0.5);
        assertThat(ratios.most()).isBetween(3.0, 64.0);
        for (RankShown each : List.of(shown, ratios)) {
            assertThat(svg(each)).doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    @Test
    void noRowsAndNoImpactAreDrawnAsWell() {
        assertThat(svg(shown(Scale.LINEAR))).contains("mark 0.0").doesNotContain("NaN");
        assertThat(svg(shown(Scale.LOGARITHMIC))).contains("mark 1.0").doesNotContain("NaN");
        assertThat(svg(shown(Scale.LINEAR, row("a", 0, 0, 0)))).doesNotContain("NaN");
    }

    @Test
    void namesAreTextsWhateverTheyContain() {
        String svg =
                svg(
                        shown(
                                Scale.LINEAR,
                                row("<script>alert(1)", 1, 0, 2),
                                row("x".repeat(90), 1, 0, 2)));
        assertThat(svg).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
        assertThat(svg).contains("xxx…").doesNotContain("x".repeat(30));
    }
}
