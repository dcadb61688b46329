package dev.parallax.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.chart.Scale;
import dev.parallax.ui.chart.Shown;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import java.util.Map;
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
}
