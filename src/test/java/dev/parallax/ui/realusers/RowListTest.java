package dev.parallax.ui.realusers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

final class RowListTest {
    private static final int MILLIONS = 10_000_000;

    private final RowList rows = new RowList();

    @Test
    void tellsThatAllRowsAreOthers() {
        var told = new ArrayList<List<Integer>>();
        rows.show(new int[] {3, 1});
        rows.addListener(
                (ListChangeListener<Integer>)
                        change -> {
                            while (change.next()) {
                                assertThat(change.wasReplaced()).isTrue();
                                told.add(List.copyOf(change.getRemoved()));
                                told.add(List.copyOf(change.getAddedSubList()));
                            }
                        });
        rows.show(new int[] {2, 5, 4});
        assertThat(told).containsExactly(List.of(3, 1), List.of(2, 5, 4));
        assertThat(rows).containsExactly(2, 5, 4);
    }

    @Test
    void showsMillionsWithoutAnObjectEach() {
        int[] many = IntStream.range(0, MILLIONS).toArray();
        rows.addListener(
                (ListChangeListener<Integer>)
                        change -> {
                            while (change.next()) {
                                assertThat(change.getRemovedSize()).isIn(0, MILLIONS);
                            }
                        });
        rows.show(many);
        var threads =
                (com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        rows.show(many.clone());
        long arrays = 4L * MILLIONS;
        assertThat(threads.getCurrentThreadAllocatedBytes() - before - arrays)
                .isLessThan(1_000_000);
    }
}
