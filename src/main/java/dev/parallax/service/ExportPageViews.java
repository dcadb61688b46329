package dev.parallax.service;

import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.report.PageViewCsv;
import dev.parallax.rum.Brush;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Search;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Optional;

/// Use case: writes single page views to a CSV file.
public final class ExportPageViews {
    /// Of a report of progress.
    private static final int ROWS_A_REPORT = 4_096;

    private final OpenPageViews open;

    public ExportPageViews(OpenPageViews open) {
        this.open = open;
    }

    /// Which page views, and where to.
    ///
    /// @param dataset its name
    /// @param search what they are looked for by besides; empty for all of the segment
    /// @param pick what was picked of them by drawing over charts; empty for all
    /// @param file is there when all is written, or not at all; one that is there is replaced
    public record Wish(
            String dataset,
            Segment segment,
            Optional<Search> search,
            Optional<Pick> pick,
            Path file) {
        public Wish(String dataset, Segment segment, Optional<Search> search, Path file) {
            this(dataset, segment, search, Optional.empty(), file);
        }
    }

    /// What was picked.
    ///
    /// @param metric whose values the brush means
    /// @param zone where its hours of the week are counted
    public record Pick(Metric metric, Brush brush, ZoneId zone) {}

    /// Writes the page views in the order in which they were imported.
    ///
    /// @return how many
    /// @throws ProblemException if there is no such data set, the segment names a value that does
    ///   not occur, or the file cannot be written
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public long export(Wish wish, Progress progress) {
        PageViews views = open.open(wish.dataset());
        Selection all = views.select(views.resolve(wish.segment()), progress);
        Selection segment =
                wish.pick()
                        .map(pick ->
                                views.pick(all, pick.metric(), pick.brush(), pick.zone(), progress))
                        .orElse(all);
        Selection selection =
                wish.search()
                        .map(search -> views.search(segment, search, progress))
                        .orElse(segment);
        Path file = wish.file().toAbsolutePath();
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            long written = write(views, selection, beside, progress);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException failed) {
            throw notWritten(file, failed);
        } catch (UncheckedIOException failed) {
            throw notWritten(file, failed);
        } finally {
            forget(beside);
        }
    }

    private static long write(PageViews views, Selection selection, Path file, Progress progress)
            throws IOException {
        int all = selection.count();
        var written = new long[1];
        progress.throwIfCancelled();
        try (var csv = new PageViewCsv(Files.newBufferedWriter(file))) {
            views.each(
                    selection,
                    progress,
                    view -> {
                        csv.write(view);
                        if (++written[0] % ROWS_A_REPORT == 0) {
                            progress.throwIfCancelled();
                            progress.report(
                                    (double) written[0] / all, String.valueOf(file.getFileName()));
                        }
                    });
        }
        return written[0];
    }

    private static ProblemException notWritten(Path file, Exception why) {
        return new ProblemException(
                Problem.environment(
                        "export-not-written",
                        "cannot write " + file,
                        String.valueOf(why.getMessage()),
                        "check that the folder exists and has room"),
                why);
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
