package dev.parallax.store;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.KnownFile;
import dev.parallax.rum.QuarantinedLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One import on its way into the workspace, as nobody can see it: its row first, of state 0, then
/// whatever belongs to it in transactions of their own, and with the last transaction everything
/// becomes visible. What a crash leaves behind is of state 0 and is removed at the next start.
final class Staging {
    /// A cancelled import ends within a second, whatever it wrote.
    private static final Duration LONGEST_GIVING_BACK = Duration.ofMillis(200);

    private static final String NEXT_CHUNK =
            """
            SELECT next_chunk
              FROM dataset
             WHERE id = :id
            """;

    private final Database database;
    private final InstantSource clock;
    private final String name;
    private final Dataset.Kind kind;
    private final Target target;
    private @Nullable Place place;
    private boolean isDone;

    /// Where an import goes.
    enum Target {
        NEW,
        EXISTING
    }

    /// Where an import is written.
    ///
    /// @param firstChunk the number of its first chunk
    record Place(long dataset, long importId, int firstChunk) {}

    Staging(Database database, InstantSource clock, String name, Dataset.Kind kind, Target target) {
        this.database = database;
        this.clock = clock;
        this.name = name;
        this.kind = kind;
        this.target = target;
    }

    boolean isNew() {
        return target == Target.NEW;
    }

    /// Where to write; taken in the file when it is first asked for.
    Place place() {
        refuseIfDone();
        if (place == null) {
            place = database.writeBulk(this::begin);
        }
        return place;
    }

    private Place begin(Handle handle) {
        Instant now = clock.instant();
        long dataset =
                switch (target) {
                    case NEW -> DatasetRows.stage(handle, name, kind, now);
                    case EXISTING -> existing(handle);
                };
        int firstChunk =
                handle.createQuery(NEXT_CHUNK).bind("id", dataset).mapTo(Integer.class).one();
        return new Place(dataset, ImportRows.stage(handle, dataset, name, now), firstChunk);
    }

    private long existing(Handle handle) {
        Dataset dataset =
                DatasetRows.find(handle, name).orElseThrow(() -> new ProblemException(gone()));
        if (dataset.kind() != kind) {
            throw new ProblemException(otherKind());
        }
        return dataset.id();
    }

    private Problem gone() {
        return Problem.usage(
                "dataset-missing",
                "cannot add to the data set \"" + name + "\"",
                "there is none of this name",
                "import it as a new one");
    }

    private Problem otherKind() {
        return Problem.usage(
                "dataset-kind",
                "cannot add to the data set \"" + name + "\"",
                kind == Dataset.Kind.PAGE_VIEWS
                        ? "it holds distributions, the files hold page views"
                        : "it holds page views, the files hold distributions",
                "import the files as a data set of their own");
    }

    /// Makes everything visible.
    ///
    /// @param nextChunk the number after that of the last chunk
    Dataset finish(
            ImportSums sums, int nextChunk, ImportRecord record, List<QuarantinedLine> lines) {
        Place at = place();
        LineRows.insert(database, at.importId, lines);
        Dataset shown =
                database.writeBulk(handle -> {
                    ImportRecord known = record.withWarnings(knownElsewhere(handle, record));
                    ImportRows.show(handle, at.importId, sums, known, clock.instant());
                    DatasetRows.show(handle, at.dataset, isNew(), nextChunk, clock.instant());
                    return DatasetRows.find(handle, name).orElseThrow();
                });
        isDone = true;
        return shown;
    }

    /// Looks for the files in the workspace.
    ///
    /// @return for each file that is in another data set a sentence
    /// @throws ProblemException if a file is in this data set already, or twice in the import
    private List<String> knownElsewhere(Handle handle, ImportRecord record) {
        var sentences = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (ImportRecord.SourceFile file : record.files()) {
            if (file.sha256().isEmpty()) {
                continue;
            }
            if (!seen.add(file.sha256())) {
                throw new ProblemException(KnownFiles.twice(file.name()));
            }
            for (KnownFile known : ImportRows.ofFile(handle, file.sha256())) {
                if (known.dataset().equals(name)) {
                    throw new ProblemException(KnownFiles.alreadyIn(file.name(), known));
                }
                sentences.add(KnownFiles.elsewhere(file.name(), known));
            }
        }
        return sentences;
    }

    /// Removes what was written, unless it is visible.
    void abandon() {
        if (isDone) {
            return;
        }
        isDone = true;
        if (place != null) {
            var removal = new Removal(Transactions.many(database));
            if (isNew()) {
                removal.removeDataset(place.dataset);
            } else {
                removal.removeUnfinished(place.dataset, place.importId);
            }
            new UnusedPages(database).giveBack(LONGEST_GIVING_BACK);
        }
    }

    void refuseIfDone() {
        if (isDone) {
            throw new IllegalStateException("the import is finished or abandoned: " + name);
        }
    }
}
