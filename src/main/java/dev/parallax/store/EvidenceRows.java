package dev.parallax.store;

import dev.parallax.measure.Evidence;
import dev.parallax.measure.FilmFrame;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.Screenshot;
import dev.parallax.measure.Trace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The pictures and recordings of an iteration: large, written behind the numbers. They are
/// compressed already.
final class EvidenceRows {
    private static final String ADD_PICTURE =
            """
            INSERT OR IGNORE INTO screenshot (run, iteration, jpeg)
            SELECT id, :iteration, :jpeg
              FROM run
             WHERE uuid = :uuid
            """;

    private static final String ADD_FRAME =
            """
            INSERT OR IGNORE INTO film_frame (run, iteration, position, at_ms, jpeg)
            SELECT id, :iteration, :position, :at, :jpeg
              FROM run
             WHERE uuid = :uuid
            """;

    private static final String ADD_TRACE =
            """
            INSERT OR IGNORE INTO trace (run, iteration, zip)
            SELECT id, :iteration, :zip
              FROM run
             WHERE uuid = :uuid
            """;

    private static final String PICTURE =
            "SELECT jpeg FROM screenshot WHERE run = :run AND iteration = :iteration";

    private static final String FRAMES =
            """
            SELECT at_ms, jpeg
              FROM film_frame
             WHERE run = :run
               AND iteration = :iteration
             ORDER BY position
            """;

    private static final String TRACE =
            "SELECT zip FROM trace WHERE run = :run AND iteration = :iteration";

    private EvidenceRows() {}

    /// True if there is something to write.
    static boolean isThere(Iteration iteration) {
        Evidence evidence = iteration.evidence();
        return evidence.screenshot().isPresent()
                || evidence.trace().isPresent()
                || !evidence.filmstrip().isEmpty();
    }

    /// Writes the pictures of an iteration whose run is stored.
    static int write(Handle handle, UUID run, Iteration iteration) {
        Evidence evidence = iteration.evidence();
        evidence.screenshot()
                .ifPresent(picture ->
                        place(handle.createUpdate(ADD_PICTURE), run, iteration)
                                .bind("jpeg", picture.jpeg())
                                .execute());
        evidence.trace()
                .ifPresent(trace ->
                        place(handle.createUpdate(ADD_TRACE), run, iteration)
                                .bind("zip", trace.zip())
                                .execute());
        List<FilmFrame> frames = evidence.filmstrip();
        if (!frames.isEmpty()) {
            try (var batch = handle.prepareBatch(ADD_FRAME)) {
                for (int i = 0; i < frames.size(); i++) {
                    place(batch, run, iteration)
                            .bind("position", i)
                            .bind("at", frames.get(i).atMillis())
                            .bind("jpeg", frames.get(i).jpeg())
                            .add();
                }
                batch.execute();
            }
        }
        return frames.size();
    }

    private static <S extends SqlStatement<S>> S place(S statement, UUID run, Iteration iteration) {
        return statement.bind("uuid", run.toString()).bind("iteration", iteration.number());
    }

    /// The evidence of an iteration, as far as it is still there.
    static Evidence read(Handle handle, long run, int iteration, List<PageMessage> messages) {
        return new Evidence(
                blob(handle, PICTURE, run, iteration).map(Screenshot::new),
                handle.createQuery(FRAMES)
                        .bind("run", run)
                        .bind("iteration", iteration)
                        .map((row, _) -> new FilmFrame(row.getDouble(1), row.getBytes(2)))
                        .list(),
                messages,
                blob(handle, TRACE, run, iteration).map(Trace::new));
    }

    private static Optional<byte[]> blob(Handle handle, String sql, long run, int iteration) {
        return handle.createQuery(sql)
                .bind("run", run)
                .bind("iteration", iteration)
                .mapTo(byte[].class)
                .findOne();
    }
}
