package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.RandomPageViews.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SuspicionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final long NOVEMBER = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();

    @Test
    void saysThatAMetricIsZeroInEveryRow() {
        assertThat(suspicions(30, 0, 3_600_000)).contains("FCP is 0 in every row that has it.");
    }

    @Test
    void saysThatAMetricNeverChanges() {
        assertThat(suspicions(30, 12_340, 3_600_000))
                .contains("FCP is 1.2 s in every row that has it.");
    }

    @Test
    void saysThatTimesAreInTheFuture() {
        assertThat(suspicions(30, 12_340, 86_400_000L * 2))
                .anySatisfy(text -> assertThat(text).contains("in the future"));
    }

    @Test
    void saysThatAllBeganAtOnce() {
        assertThat(suspicions(30, 12_340, 1)).contains("All page views began within one second.");
    }

    @Test
    void saysNothingOfAHandfulOfRows() {
        assertThat(suspicions(5, 0, 3_600_000))
                .noneSatisfy(text -> assertThat(text).contains("FCP"));
    }

    private static List<String> suspicions(int rows, int fcp, long stepMillis) {
        var list = new ArrayList<Row>();
        for (int i = 0; i < rows; i++) {
            list.add(
                    new Row(
                            NOVEMBER + i * stepMillis,
                            Map.of(Metric.FCP, fcp),
                            Map.of(),
                            "/",
                            1,
                            1));
        }
        var recorded = new RecordedPageViews();
        RandomPageViews.write(list, recorded);
        return recorded.open().facts(ZoneOffset.UTC, Progress.NONE).suspicions(NOW);
    }
}
