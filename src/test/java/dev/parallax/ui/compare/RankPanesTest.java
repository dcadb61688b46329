package dev.parallax.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.compare.Fixture;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.Lifts;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Brush;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.TimeWindow;
import dev.parallax.rum.Trait;
import dev.parallax.rum.ValueRange;
import dev.parallax.rum.WeekHours;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.BrushWords;
import dev.parallax.ui.common.FxThread;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Both rankings by themselves, on the Headless platform.
final class RankPanesTest {
    private static final ValueRange SLOW = new ValueRange(2_500, 4_000);

    private final Stage stage = FxThread.get(Stage::new);
    private final PageViews field = field();
    private final Selection all = field.select(Segment.ALL);
    private final List<Trait> chosen = new ArrayList<>();
    private int shownViews;
    private int cleared;

    @AfterEach
    void close() {
        FxThread.run(stage::close);
    }

    /// Phones are slow, one country is slower, "=1+1" is a country as well.
    private static PageViews field() {
        var random = new Random(4);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 6_000; i++) {
            int session = random.nextInt(2_000);
            String device = session % 3 == 0 ? "desktop" : "mobile";
            String country = List.of("DE", "FR", "IN", "=1+1").get(session % 4);
            double slow = (device.equals("mobile") ? 1.6 : 1) * (country.equals("IN") ? 1.5 : 1);
            double lcp = 1_200 * slow * Math.exp(0.4 * random.nextGaussian());
            rows.add(
                    new Row(
                            1_790_000_000_000L + i * 100_000L,
                            Map.of(Metric.LCP, Metric.LCP.toFixed(lcp)),
                            Map.of(Dimension.DEVICE, device, Dimension.COUNTRY, country),
                            "/checkout",
                            session + 1,
                            1));
        }
        return Fixture.field(rows);
    }

    private ImpactPane impact() {
        var pane = new ImpactPane(chosen::add, Background.onCallersThread(), _ -> {});
        pane.show(
                Impacts.of(field, Metric.LCP, all, OptionalDouble.of(1_200), Progress.NONE)
                        .orElseThrow()
                        .withQuantiles(field, all, 30, Progress.NONE));
        show((Parent) pane.node());
        return pane;
    }

    private Picked picked() {
        Brush brush = Brush.NONE.withValues(Optional.of(SLOW));
        Selection some = field.pick(all, Metric.LCP, brush, ZoneOffset.UTC, Progress.NONE);
        return new Picked(
                Metric.LCP,
                brush,
                Lifts.of(field, Metric.LCP, all, some, Progress.NONE).orElseThrow());
    }

    private WhoPane who() {
        var actions =
                new WhoPane.Actions() {
                    @Override
                    public void choose(Trait trait) {
                        chosen.add(trait);
                    }

                    @Override
                    public void showViews() {
                        shownViews++;
                    }

                    @Override
                    public void clear() {
                        cleared++;
                    }
                };
        var pane = new WhoPane(actions, Background.onCallersThread(), _ -> {});
        pane.show(picked());
        show((Parent) pane.node());
        return pane;
    }

    private void show(Parent node) {
        stage.setScene(new Scene(node, 960, 480));
        stage.show();
        node.applyCss();
        node.layout();
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void arrowsAndEnterChooseARow() {
        FxThread.run(() -> {
            Node rows = impact().node().lookup(".week-chart");
            rows.requestFocus();
            press(rows, KeyCode.ENTER);
            press(rows, KeyCode.DOWN);
            press(rows, KeyCode.ENTER);
        });
        assertThat(chosen.stream().map(Trait::toString))
                .containsExactly("device mobile", "country IN");
    }

    @Test
    void oneDimensionCanBeLookedAtAlone() {
        FxThread.run(() -> {
            ImpactPane pane = impact();
            @SuppressWarnings("unchecked")
            var kind = (ComboBox<String>) pane.node().lookup("#impact-kind");
            assertThat(kind.getItems()).containsExactly("All dimensions", "Country", "Device");
            kind.setValue("Country");
            Node rows = pane.node().lookup(".week-chart");
            rows.requestFocus();
            press(rows, KeyCode.ENTER);
        });
        assertThat(chosen.stream().map(Trait::toString)).containsExactly("country IN");
    }

    @Test
    void saysWhoThePickedUsersAre() {
        FxThread.run(() -> {
            WhoPane pane = who();
            Node rows = pane.node().lookup(".week-chart");
            rows.requestFocus();
            press(rows, KeyCode.ENTER);
            ((Button) pane.node().lookup("#who-views")).fire();
            ((Button) pane.node().lookup("#who-clear")).fire();
        });
        assertThat(chosen.stream().map(Trait::toString)).containsExactly("country IN");
        assertThat(shownViews).isEqualTo(1);
        assertThat(cleared).isEqualTo(1);
        assertThat(WhoPane.words(picked().lifts()))
                .startsWith("Country IN:")
                .contains("times as frequent");
    }

    @Test
    void saysWhatWasDrawn() {
        assertThat(picked().words()).startsWith("LCP 2,500").contains("views, ");
        var brush =
                new Brush(
                        Optional.of(new ValueRange(4_000, Double.POSITIVE_INFINITY)),
                        Optional.of(
                                new TimeWindow(
                                        Instant.parse("2026-11-01T00:00:00Z"),
                                        Instant.parse("2026-11-02T00:00:00Z"))),
                        Optional.of(new WeekHours(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, 9, 17)));
        assertThat(BrushWords.of(Metric.LCP, brush))
                .startsWith("LCP from 4,000")
                .contains(" · ")
                .endsWith("Mon to Fri, 09:00 to 18:00");
    }

    @Test
    void numbersAreWrittenForComputersAndNoFormulaIsAmongThem() {
        String csv = RankCsv.of(picked().lifts().ranked());
        assertThat(csv.lines().findFirst())
                .contains("of,value,picked,compared,picked_share,compared_share,lift,low,high");
        assertThat(csv).contains("country,\"'=1+1\",").contains("device,\"mobile\",");
        Impacts impacts =
                Impacts.of(field, Metric.LCP, all, OptionalDouble.of(1_200), Progress.NONE)
                        .orElseThrow()
                        .withQuantiles(field, all, 2, Progress.NONE);
        assertThat(
                        RankCsv.of(impacts, impacts.ranked())
                                .lines()
                                .map(line -> line.split(",", -1).length))
                .containsOnly(15);
    }
}
