package dev.parallax.importer.join;

import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Joins the records of each page view, by identity only, and gives the page views in order of time
/// and identity. The result and the counts do not depend on the order of the records, on how they
/// are split into files, nor on the number of threads.
///
/// Of the records of one page view the newest is the one with the largest version, then the latest
/// time, then the larger hash of its content. Each field has the newest value there is, a metric
/// what its [Combine] says, and the time is the earliest.
///
/// Records are sorted by identity in memory. What memory has no room for goes in sorted runs into
/// one file, and the runs are merged: so no identity is too frequent, and memory stays bounded
/// whatever comes. Each thread that adds records has a [Feed] of its own; everything else is for
/// one thread.
public final class Join implements AutoCloseable {
    /// A page's scripts make the ids of its metrics while it starts, the last one at the first
    /// paint.
    static final long SAME_START_MILLIS = 60_000;

    private static final int LARGEST_BUFFER_BYTES = 1 << 18;
    private static final int SMALLEST_BUFFER_BYTES = 1 << 12;

    /// Records between two looks at whether they are still wanted: some milliseconds.
    private static final int CANCEL_MASK = (1 << 12) - 1;

    private final JoinRules rules;
    private final Room room;
    private final Progress progress;
    private final Spill parts;
    private final Spill pageViews;
    private final List<Sorter> sorters = new ArrayList<>();

    public Join(JoinRules rules, Room room, Progress progress) {
        this(rules, room, progress, new Spill(room.folder()), new Spill(room.folder()));
    }

    Join(JoinRules rules, Room room, Progress progress, Spill parts, Spill pageViews) {
        this.rules = rules;
        this.room = room;
        this.progress = progress;
        this.parts = parts;
        this.pageViews = pageViews;
    }

    /// Deletes what joins that crashed have left in a folder; those under way stay untouched.
    public static void sweep(Path folder) {
        Spill.sweep(folder);
    }

    /// Takes the records of one thread.
    public final class Feed {
        private final Sorter sorter;
        private final TextHashes texts;
        private int count;

        private Feed(Sorter sorter, TextHashes texts) {
            this.sorter = sorter;
            this.texts = texts;
        }

        /// Takes a record with an identity; it may be used again afterwards.
        ///
        /// @throws ProblemException if the disk is full
        /// @throws CancellationException if it was cancelled
        public void add(Part part) {
            if ((++count & CANCEL_MASK) == 0) {
                progress.throwIfCancelled();
            }
            if (part.identity == Part.NO_ID) {
                throw new IllegalArgumentException("a part without identity");
            }
            sorter.add(part, texts.content(part));
        }

        /// Says that this thread adds no more, and does its share of the sorting. May be left out.
        public void end() {
            sorter.sort();
        }
    }

    /// Where a thread adds its records.
    ///
    /// @param texts of the dictionaries that gave the codes of its records
    public synchronized Feed feed(TextHashes texts) {
        var sorter = new Sorter(Order.IDENTITY, room.memoryBytes() / 2 / room.feeds(), parts);
        sorters.add(sorter);
        return new Feed(sorter, texts);
    }

    /// Joins everything, once all threads have added what they have.
    ///
    /// @param taker is given each page view; the object is used again for the next one
    /// @throws ProblemException if the disk is full
    /// @throws CancellationException if it was cancelled
    public synchronized JoinCounts finish(Consumer<? super Part> taker) {
        var sorted = new Sorter(Order.TIME, room.memoryBytes() / 2, pageViews);
        JoinCounts counts = combine(sorted);
        sorters.clear();
        parts.close();
        give(sorted, taker);
        pageViews.close();
        return counts;
    }

    private JoinCounts combine(Sorter into) {
        var combiner = new Combiner(rules, into);
        Cursor rows = merged(Order.IDENTITY, sorters);
        for (int count = 1; rows.next(); count++) {
            if ((count & CANCEL_MASK) == 0) {
                progress.throwIfCancelled();
            }
            combiner.add(rows.bytes(), rows.at());
        }
        return combiner.finish();
    }

    private void give(Sorter sorted, Consumer<? super Part> taker) {
        var view = new PageViewPart();
        Cursor rows = merged(Order.TIME, List.of(sorted));
        for (int count = 1; rows.next(); count++) {
            if ((count & CANCEL_MASK) == 0) {
                progress.throwIfCancelled();
            }
            view.read(rows.bytes(), rows.at());
            taker.accept(view);
        }
    }

    private Cursor merged(Order order, List<Sorter> sorted) {
        int runs = sorted.stream().mapToInt(Sorter::runs).sum();
        int bufferBytes =
                Math.clamp(
                        room.memoryBytes() / 4 / Math.max(1, runs),
                        SMALLEST_BUFFER_BYTES,
                        LARGEST_BUFFER_BYTES);
        var cursors = new ArrayList<Cursor>();
        for (Sorter sorter : sorted) {
            cursors.addAll(sorter.cursors(bufferBytes));
        }
        return Merge.of(order, cursors);
    }

    /// Bytes that went to temporary files.
    long spilled() {
        return parts.size() + pageViews.size();
    }

    /// Deletes the temporary files, also when the join was not finished.
    @Override
    public void close() {
        parts.close();
        pageViews.close();
    }
}
