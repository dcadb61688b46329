package dev.parallax.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Brush;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.TraitTotals.SessionsKnown;
import dev.parallax.rum.ValueRange;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ImpactsTest {
    private static final OptionalDouble LAB = OptionalDouble.of(1_000);

    /// 300 views of 2 s on mobile, 100 of 3 s on desktop, 4 of 9 s on a tablet.
    private static PageViews field() {
        var rows = new ArrayList<Row>();
        add(rows, "mobile", 300, 2_000);
        add(rows, "desktop", 100, 3_000);
        add(rows, "tablet", 4, 9_000);
        return Fixture.field(rows);
    }

    private static void add(List<Row> rows, String device, int count, double lcp) {
        for (int i = 0; i < count; i++) {
            rows.add(
                    new Row(
                            1_790_000_000_000L + rows.size(),
                            Map.of(Metric.LCP, Metric.LCP.toFixed(lcp)),
                            Map.of(Dimension.DEVICE, device, Dimension.OS, "one"),
                            "/checkout",
                            1 + rows.size() / 2,
                            1));
        }
    }

    private static Impacts impacts(PageViews field, OptionalDouble lab) {
        return Impacts.of(field, Metric.LCP, field.select(Segment.ALL), lab, Progress.NONE)
                .orElseThrow();
    }

    @Test
    void shareTimesDistanceRanksThem() {
        Impacts impacts = impacts(field(), LAB);
        assertThat(impacts.gap())
                .isCloseTo((300 * 1_000 + 100 * 2_000 + 4 * 8_000) / 404.0, within(1e-6));
        assertThat(impacts.ranked().stream().map(impact -> impact.trait().toString()))
                .containsExactly("device mobile", "device desktop");
        Impact mobile = impacts.ranked().getFirst();
        assertThat(mobile.value()).isCloseTo(300_000 / 404.0, within(1e-6));
        assertThat(mobile.share()).isCloseTo(300 / 404.0, within(1e-9));
        assertThat(mobile.excess()).isCloseTo(1_000, within(1e-6));
        assertThat(mobile.ofGap()).isCloseTo(300 / 532.0, within(1e-9));
        assertThat(mobile.views()).isEqualTo(300);
        assertThat(mobile.interval().low()).isBetween(650.0, mobile.value());
        assertThat(mobile.interval().high()).isBetween(mobile.value(), 850.0);
        assertThat(impacts.sessions()).isEqualTo(SessionsKnown.KNOWN);
        assertThat(impacts.origin()).isEqualTo(Impacts.Origin.LAB_MEDIAN);
    }

    @Test
    void fewViewsAreRefused() {
        assertThat(impacts(field(), LAB).tooFew().stream().map(TooFew::toString))
                .containsExactly("TooFew[trait=device tablet, needs=13, has=4]");
    }

    @Test
    void withoutALabTheFieldsMedianIsTheReference() {
        Impacts impacts = impacts(field(), OptionalDouble.empty());
        assertThat(impacts.reference()).isEqualTo(2_000);
        assertThat(impacts.origin()).isEqualTo(Impacts.Origin.FIELD_MEDIAN);
        assertThat(impacts.ranked().getFirst().trait().value()).isEqualTo("desktop");
    }

    @Test
    void quantilesAreReadForTheFirst() {
        PageViews field = field();
        Selection all = field.select(Segment.ALL);
        Impacts read = impacts(field, LAB).withQuantiles(field, all, 1, Progress.NONE);
        assertThat(read.ranked().getFirst().distance(1_000)).hasValue(1_000);
        assertThat(read.ranked().getFirst().quantiles().stream().map(QuantileEstimate::percentile))
                .containsExactly(50, 75);
        assertThat(read.ranked().getLast().distance(1_000)).isEmpty();
    }

    @Test
    void nobodyHasNoImpact() {
        PageViews field = field();
        assertThat(Impacts.of(field, Metric.INP, field.select(Segment.ALL), LAB, Progress.NONE))
                .isEmpty();
    }

    @Test
    void pickedUsersAreToldByWhatTheyHaveMoreOften() {
        PageViews field = field();
        Selection all = field.select(Segment.ALL);
        Selection picked =
                field.pick(
                        all,
                        Metric.LCP,
                        Brush.NONE.withValues(Optional.of(new ValueRange(2_500, 4_000))),
                        ZoneOffset.UTC,
                        Progress.NONE);
        Lifts lifts = Lifts.of(field, Metric.LCP, all, picked, Progress.NONE).orElseThrow();
        assertThat(lifts.picked()).isEqualTo(100);
        assertThat(lifts.compared()).isEqualTo(404);
        Lift desktop = lifts.of(Lift.Kind.OVER).getFirst();
        assertThat(desktop.trait().toString()).isEqualTo("device desktop");
        assertThat(desktop.value()).isCloseTo(4.04, within(1e-9));
        assertThat(desktop.pickedShare()).isEqualTo(1);
        assertThat(desktop.interval().low()).isGreaterThan(3);
        assertThat(desktop.sureFactor()).isEqualTo(desktop.interval().low());
        Lift mobile = lifts.of(Lift.Kind.UNDER).getFirst();
        assertThat(mobile.value()).isZero();
        assertThat(mobile.interval().high()).isLessThan(0.1);
        assertThat(lifts.tooFew().stream().map(few -> few.trait().value()))
                .containsExactly("tablet");
    }

    @Test
    void nothingPickedHasNoLift() {
        PageViews field = field();
        Selection all = field.select(Segment.ALL);
        Selection none = field.select(Segment.parse(List.of("device=watch")));
        assertThat(Lifts.of(field, Metric.LCP, all, none, Progress.NONE)).isEmpty();
    }
}
