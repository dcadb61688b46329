package dev.parallax.statistics;

import java.util.List;
import java.util.stream.IntStream;

/// Divides work on a large sample among the processors: the same parts on the same machine, and
/// results in their order, whoever does them.
final class Parts {
    /// With less to do in each, another thread costs more than it does.
    private static final int SMALLEST = 1 << 16;

    /// Each part has tables of its own, which have to be cleared and added up.
    private static final int MOST = 8;

    private Parts() {}

    /// Does a part.
    @FunctionalInterface
    interface Work<T> {
        /// Goes through the things of one part.
        ///
        /// @param from the first thing of the part
        /// @param to the first one behind it
        T apply(int from, int to);
    }

    /// Does all parts.
    ///
    /// @param things how many there are
    /// @param rows what they consist of: how much work they are together
    /// @return at least one result
    static <T> List<T> map(int things, int rows, Work<T> work) {
        int parts =
                Math.clamp(
                        Math.min(rows / SMALLEST, Runtime.getRuntime().availableProcessors()),
                        1,
                        MOST);
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(
                        part -> work.apply(cut(things, part, parts), cut(things, part + 1, parts)))
                .toList();
    }

    private static int cut(int things, int part, int parts) {
        return (int) ((long) things * part / parts);
    }
}
