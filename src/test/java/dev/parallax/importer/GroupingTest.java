package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.Grouping.Outcome;
import dev.parallax.rum.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupingTest {
    private static final int LCP = 2;
    private static final int CLS = 3;

    private final List<Draft> finished = new ArrayList<>();
    private final Grouping grouping = new Grouping(finished::add);

    @Test
    void givesPageViewsInTheOrderTheyBegan() {
        for (int view = 1; view <= 5; view++) {
            assertThat(grouping.add(draft(view, LCP, 10, 1))).isEqualTo(Outcome.BEGAN);
        }
        assertThat(grouping.add(draft(2, CLS, 20, 2))).isEqualTo(Outcome.MERGED);
        assertThat(finished).isEmpty();
        grouping.finish();
        assertThat(finished).extracting(draft -> draft.view).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(finished.get(1).metrics[CLS]).isEqualTo(20);
    }

    @Test
    void keepsTheNumberOfWaitingPageViewsInBounds() {
        for (int view = 1; view <= Grouping.CAPACITY + 10; view++) {
            grouping.add(draft(view, LCP, 10, 1));
        }
        assertThat(finished).hasSize(10);
        assertThat(finished.getFirst().view).isEqualTo(1);
        grouping.finish();
        assertThat(finished).hasSize(Grouping.CAPACITY + 10);
    }

    @Test
    void doesNotPileUpUnderOneKey() {
        for (int id = 1; id <= 1_000; id++) {
            assertThat(grouping.add(draft(7, LCP, 10, id))).isEqualTo(Outcome.BEGAN);
        }
        assertThat(finished).hasSize(1_000 - 16);
    }

    @Test
    void joinsWhatBeganNearest() {
        Draft early = draft(7, LCP, 10, 1);
        early.measuredFrom = 1_000_000;
        Draft late = draft(7, LCP, 20, 2);
        late.measuredFrom = 1_030_000;
        Draft shift = draft(7, CLS, 5, 3);
        shift.measuredFrom = 1_000_100;
        List.of(early, late, shift).forEach(grouping::add);
        grouping.finish();
        assertThat(finished)
                .extracting(draft -> draft.metrics[CLS])
                .containsExactly(5, Chunk.MISSING);
    }

    @Test
    void certainIdentityOutweighsContradictions() {
        Draft first = draft(7, LCP, 10, Draft.NO_ID);
        first.viewIsCertain = true;
        Draft second = draft(7, LCP, 30, Draft.NO_ID);
        second.viewIsCertain = true;
        assertThat(grouping.add(first)).isEqualTo(Outcome.BEGAN);
        assertThat(grouping.add(second)).isEqualTo(Outcome.MERGED);
        assertThat(grouping.add(second)).isEqualTo(Outcome.DUPLICATE);
    }

    private static Draft draft(long view, int metric, int value, long id) {
        var draft = new Draft();
        draft.view = view;
        draft.metrics[metric] = value;
        draft.metricIds[metric] = id;
        return draft;
    }
}
