package dev.parallax.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.compare.Question;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Brush;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeBand;
import dev.parallax.rum.ValueRange;
import dev.parallax.rum.WeekHour;
import dev.parallax.rum.WeekHours;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.chart.Scale;
import dev.parallax.ui.chart.Shown;
import dev.parallax.ui.chart.WeekShown;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CompareModelTest {
    private final CompareModel model =
            new CompareModel(
                    PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 4_000).compare(),
                    Background.onCallersThread(),
                    new Problems());

    @BeforeEach
    void read() {
        model.refresh();
    }

    @Test
    void answersTheFirstQuestionByItself() {
        assertThat(model.comparison().get()).isPresent();
        assertThat(model.trouble().get()).isEmpty();
        Shown shown = model.shown().get().orElseThrow();
        assertThat(shown.metric()).isEqualTo(Metric.LCP);
        assertThat(shown.lab().values()).hasSize(12);
    }

    @Test
    void comparesWithUsersLikeTheLab() {
        assertThat(model.matched().get().values())
                .isEqualTo(Map.of(Dimension.DEVICE, Set.of("desktop")));
        model.question().profile().set(Profile.MOBILE);
        assertThat(model.matched().get().values())
                .isEqualTo(Map.of(Dimension.DEVICE, Set.of("mobile")));
    }

    @Test
    void followsTheSegmentWithChartsAndVerdict() {
        long before = model.comparison().get().orElseThrow().matched().views();
        model.question().toggle(Dimension.COUNTRY, "DE");
        assertThat(model.question().segment().get().values())
                .isEqualTo(Map.of(Dimension.COUNTRY, Set.of("DE")));
        assertThat(model.comparison().get().orElseThrow().matched().views())
                .isLessThan(before)
                .isPositive();
        model.question().toggle(Dimension.COUNTRY, "DE");
        assertThat(model.question().segment().get()).isEqualTo(Segment.ALL);
        assertThat(model.comparison().get().orElseThrow().matched().views()).isEqualTo(before);
    }

    @Test
    void countsTheValuesOfADimensionWhateverIsChosenOfIt() {
        var before = model.counts().get().get(Dimension.COUNTRY);
        model.question().toggle(Dimension.COUNTRY, "DE");
        assertThat(model.counts().get().get(Dimension.COUNTRY)).isEqualTo(before);
    }

    @Test
    void findsDifferencesOnlyForSomebodyWhoLooks() {
        assertThat(model.differences().get()).isEmpty();
        model.wantsDifferences().set(true);
        var before = model.differences().get().orElseThrow();
        assertThat(before.matched().shift()).hasSize(9);
        model.question().toggle(Dimension.COUNTRY, "DE");
        assertThat(model.differences().get().orElseThrow()).isNotEqualTo(before);
        model.question().page().set(new CompareUseCases.LabPage("Buy a lantern", "nowhere"));
        assertThat(model.comparison().get().isPresent())
                .isEqualTo(model.differences().get().isPresent());
    }

    @Test
    void drawsThePlaceTheVerdictNames() {
        var placement = model.comparison().get().orElseThrow().matched().placement().orElseThrow();
        var placed = model.shown().get().orElseThrow().placed().orElseThrow();
        assertThat(placed.share() * 100).isEqualTo(placement.value());
        assertThat(placed.low() * 100).isEqualTo(placement.interval().low());
    }

    @Test
    void drawsSharesThatSumToOne() {
        Shown shown = model.shown().get().orElseThrow();
        double inside = 0;
        for (double share : shown.field().bins().shares()) {
            inside += share;
        }
        assertThat(inside).isBetween(0.98, 1.0);
        double[] curve = shown.field().steps().shares();
        assertThat(curve).isSorted();
        assertThat(curve[curve.length - 1]).isBetween(0.99, 1.0);
    }

    @Test
    void drawsAMetricThatMayBeZeroOnALinearScale() {
        model.question().metric().set(Metric.CLS);
        assertThat(model.shown().get().orElseThrow().scale()).isEqualTo(Scale.LINEAR);
    }

    @Test
    void saysInPlaceWhyThereIsNoAnswer() {
        model.question().page().set(new CompareUseCases.LabPage("Buy a lantern", "nowhere"));
        assertThat(model.comparison().get().orElseThrow().sentence()).contains("0 usable values");
    }

    @Test
    void takesBackEveryChangeOfTheQuestion() {
        Question first = asked();
        model.question().metric().set(Metric.TTFB);
        model.question().toggle(Dimension.COUNTRY, "DE");
        model.question().runs(OptionalInt.of(1), Optional.empty());
        Question last = asked();
        for (int i = 0; i < 3; i++) {
            model.question().asking().undo();
        }
        assertThat(asked()).isEqualTo(first);
        assertThat(model.question().metric().get()).isEqualTo(Metric.LCP);
        assertThat(model.comparison().get().orElseThrow().lab().metric()).isEqualTo(Metric.LCP);
        assertThat(model.question().asking().undoable().get()).isFalse();
        for (int i = 0; i < 3; i++) {
            model.question().asking().redo();
        }
        assertThat(asked()).isEqualTo(last);
        assertThat(model.question().revision().get()).hasValue(1);
    }

    @Test
    void keepsAQuestionAndTakesItUpAgain() {
        model.question().metric().set(Metric.TTFB);
        model.question().toggle(Dimension.COUNTRY, "DE");
        Question kept = asked();
        model.saved().save("first byte", kept);
        assertThat(model.saved().kept())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.saved().question()).isEqualTo(kept);
                    assertThat(one.verdict()).isPresent();
                    assertThat(one.isChanged()).isFalse();
                });
        model.question().metric().set(Metric.LCP);
        model.question().asking().ask(kept);
        assertThat(asked()).isEqualTo(kept);
        assertThat(model.comparison().get().orElseThrow().lab().metric()).isEqualTo(Metric.TTFB);
        model.question().asking().undo();
        assertThat(model.question().metric().get()).isEqualTo(Metric.LCP);
        model.saved().remove("first byte");
        assertThat(model.saved().kept()).isEmpty();
    }

    @Test
    void chartsFollowWhatIsPickedInTheOthers() {
        long all = views(model.linked().week().get().orElseThrow());
        model.linked().brush().set(Brush.NONE.withValues(Optional.of(new ValueRange(0, 2_000))));
        long picked = views(model.linked().week().get().orElseThrow());
        assertThat(picked).isPositive().isLessThan(all);
        WeekHour some =
                model.linked().week().get().orElseThrow().hours().stream()
                        .filter(hour -> hour.views() > 0)
                        .findFirst()
                        .orElseThrow();
        var hours = new WeekHours(some.day(), some.day(), some.hour(), some.hour());
        model.linked().brush().set(Brush.NONE.withHours(Optional.of(hours)));
        // its own brush hides nothing of a chart
        assertThat(views(model.linked().week().get().orElseThrow())).isEqualTo(all);
        long within =
                model.linked().time().get().orElseThrow().bands().stream()
                        .mapToLong(TimeBand::views)
                        .sum();
        assertThat(within).isPositive().isLessThan(all);
    }

    private static long views(WeekShown shown) {
        return shown.hours().stream().mapToLong(WeekHour::views).sum();
    }

    private Question asked() {
        return model.question().question().get().orElseThrow();
    }
}
