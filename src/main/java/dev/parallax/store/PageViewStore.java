package dev.parallax.store;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.KnownFile;
import dev.parallax.rum.PageRules;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.QuarantinedValues;
import dev.parallax.rum.StoredImport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The data sets of a workspace: real users' page views in columns of chunks, or aggregates.
///
/// A data set is made of imports. Each becomes visible, or is gone, with one commit; what can be
/// seen at any time is a whole number of imports.
public final class PageViewStore {
    /// Enough for the 225 MB of ten million page views.
    private static final Duration LONGEST_GIVING_BACK = Duration.ofSeconds(3);

    private final Database database;
    private final PageRuleStore rules;
    private final InstantSource clock;

    PageViewStore(Database database, InstantSource clock) {
        this.database = database;
        this.rules = new PageRuleStore(database);
        this.clock = clock;
    }

    /// Begins a data set. Nothing of it is written before the first chunk, and nothing can be seen
    /// before it is finished.
    ///
    /// @throws ProblemException if the name is empty or taken
    public PageViewSink create(String name) {
        refuseName(name);
        return new DatasetWriter(
                database, staging(name, Dataset.Kind.PAGE_VIEWS, Staging.Target.NEW));
    }

    /// Begins to add page views to a data set. Nothing is written before its dictionaries are asked
    /// for or the first chunk comes; until that is finished or abandoned, nobody else can add to it
    /// or remove an import.
    ///
    /// @throws ProblemException if there is none of this name; from the sink if it holds aggregates
    ///   or is being changed
    public PageViewSink append(String name) {
        get(name);
        return new DatasetWriter(
                database, staging(name, Dataset.Kind.PAGE_VIEWS, Staging.Target.EXISTING));
    }

    /// Begins a data set of aggregates, as [#create].
    public AggregateSink createAggregates(String name) {
        refuseName(name);
        return new AggregateWriter(
                database, staging(name, Dataset.Kind.AGGREGATES, Staging.Target.NEW));
    }

    /// Begins to add aggregates to a data set, as [#append].
    public AggregateSink appendAggregates(String name) {
        get(name);
        return new AggregateWriter(
                database, staging(name, Dataset.Kind.AGGREGATES, Staging.Target.EXISTING));
    }

    private Staging staging(String name, Dataset.Kind kind, Staging.Target target) {
        return new Staging(database, clock, name, kind, target);
    }

    private void refuseName(String name) {
        if (name.isBlank()) {
            throw new ProblemException(
                    Problem.usage(
                            "dataset-name",
                            "cannot name a data set \"" + name + "\"",
                            "the name is empty",
                            "give it a name"));
        }
        database.read(handle -> {
            DatasetRows.refuseIfTaken(handle, name);
            return name;
        });
    }

    /// All data sets, by name.
    public List<Dataset> list() {
        return database.read(DatasetRows::list);
    }

    public Optional<Dataset> find(String name) {
        return database.read(handle -> DatasetRows.find(handle, name));
    }

    /// The data set of this name.
    ///
    /// @throws ProblemException if there is none
    public Dataset get(String name) {
        return find(name).orElseThrow(() -> new ProblemException(missing(name)));
    }

    private Problem missing(String name) {
        String known = list().stream().map(Dataset::name).collect(Collectors.joining(", "));
        return Problem.usage(
                "dataset-missing",
                "there is no data set \"" + name + "\"",
                known.isEmpty() ? "the workspace has none" : "the workspace has " + known,
                known.isEmpty() ? "import one" : "use one of these");
    }

    /// Opens a data set for questions, as it is now. Its columns are read when they are first
    /// needed; page views added later are not seen, and its pages follow the rules of now.
    ///
    /// @throws ProblemException if it is gone, or holds aggregates
    public PageViews open(Dataset dataset) {
        if (dataset.kind() == Dataset.Kind.AGGREGATES) {
            throw new ProblemException(
                    Problem.usage(
                            "dataset-is-aggregate",
                            "cannot ask \"" + dataset.name() + "\" about page views",
                            "it holds distributions that its source summed up, no page views",
                            "import page views for this, or show what it holds"));
        }
        PageRules now = rules.list();
        return database.read(handle -> {
            Dataset present =
                    DatasetRows.find(handle, dataset.name())
                            .filter(found -> found.id() == dataset.id())
                            .orElseThrow(() -> new ProblemException(gone(dataset)));
            int end = DatasetReader.end(handle, present);
            return new PageViews(present, new DatasetReader(database, present, end), now);
        });
    }

    private static Problem gone(Dataset dataset) {
        return Problem.usage(
                "dataset-missing",
                "cannot open the data set \"" + dataset.name() + "\"",
                "it was deleted meanwhile",
                "use another one");
    }

    /// The rules by which data sets are opened now.
    public PageRules pageRules() {
        return rules.list();
    }

    /// What a data set of aggregates holds, in the order it was imported; nothing of one of page
    /// views.
    public List<Aggregate> aggregates(Dataset dataset) {
        return database.read(handle -> AggregateRows.list(handle, dataset.id()));
    }

    /// Removes a data set for good; does nothing if it is gone already. It is out of sight at once,
    /// its space is given up piece by piece.
    public void delete(Dataset dataset) {
        if (database.writeWithBallast(handle -> DatasetRows.hide(handle, dataset.id()))) {
            removal().removeDataset(dataset.id());
            new UnusedPages(database).giveBack(LONGEST_GIVING_BACK);
        }
    }

    private Removal removal() {
        return new Removal(Transactions.many(database));
    }

    /// The imports a data set is made of, the oldest first.
    public List<StoredImport> imports(Dataset dataset) {
        return database.read(handle -> ImportRows.list(handle, dataset.id()));
    }

    /// Takes an import out of a data set: its page views, what is known of it, and the texts that
    /// no other import of the data set has. A data set goes with its last import.
    ///
    /// @return what is left of the data set; empty if it is gone
    /// @throws ProblemException if the data set has no such import, or another one is under way
    public Optional<Dataset> removeImport(Dataset dataset, long importId) {
        Optional<Dataset> left =
                database.writeWithBallast(handle -> {
                    if (!ImportRows.hide(handle, dataset, importId)) {
                        throw new ProblemException(noSuchImport(handle, dataset, importId));
                    }
                    if (ImportRows.list(handle, dataset.id()).isEmpty()) {
                        DatasetRows.hide(handle, dataset.id());
                    } else {
                        DatasetRows.change(handle, dataset.id());
                    }
                    return DatasetRows.find(handle, dataset.id());
                });
        if (left.isPresent()) {
            removal().removeHidden(dataset.id(), importId);
        } else {
            removal().removeDataset(dataset.id());
        }
        new UnusedPages(database).giveBack(LONGEST_GIVING_BACK);
        return left;
    }

    private static Problem noSuchImport(Handle handle, Dataset dataset, long importId) {
        String known =
                ImportRows.list(handle, dataset.id()).stream()
                        .map(one -> Long.toString(one.id()))
                        .collect(Collectors.joining(", "));
        return Problem.usage(
                "import-missing",
                "\"%s\" has no import %d".formatted(dataset.name(), importId),
                known.isEmpty() ? "it has none" : "it has " + known,
                "list them with `parallax rum imports \"" + dataset.name() + "\"`");
    }

    /// Where a file with these bytes is already, the oldest import first.
    ///
    /// @param sha256 64 digits in lower case
    public List<KnownFile> importsOf(String sha256) {
        return database.read(handle -> ImportRows.ofFile(handle, sha256));
    }

    /// Whether a data set has a file of this size: if not, its SHA-256 need not be asked for.
    public boolean isSizeKnown(String dataset, long bytes) {
        return database.read(handle -> ImportRows.isSizeKnown(handle, dataset, bytes));
    }

    /// Refuses a file that is in a data set already; so does the end of an import, but late.
    ///
    /// @throws ProblemException if it is
    public void refuseKnown(String dataset, ImportRecord.SourceFile file) {
        importsOf(file.sha256()).stream()
                .filter(known -> known.dataset().equals(dataset))
                .findFirst()
                .ifPresent(known -> {
                    throw new ProblemException(KnownFiles.alreadyIn(file.name(), known));
                });
    }

    /// The values of a data set that were taken for missing, by import, metric and reason.
    public List<QuarantinedValues> quarantine(Dataset dataset) {
        return database.read(handle -> QuarantineRows.summary(handle, dataset.id()));
    }

    /// The lines kept of an import, because they were not used or not wholly.
    ///
    /// @throws ProblemException if the data set has no such import
    public List<QuarantinedLine> quarantinedLines(Dataset dataset, long importId) {
        refuseUnknown(dataset, importId);
        return database.read(handle -> LineRows.list(handle, importId));
    }

    private void refuseUnknown(Dataset dataset, long importId) {
        if (imports(dataset).stream().noneMatch(one -> one.id() == importId)) {
            throw new ProblemException(
                    database.read(handle -> noSuchImport(handle, dataset, importId)));
        }
    }

    /// Puts values back that were taken for missing for this reason, as far as a page view can have
    /// them. Done chunk by chunk; broken off, it goes on when it is asked for again.
    ///
    /// @return how many values were put back
    /// @throws ProblemException if the data set has no such import
    public long restore(Dataset dataset, long importId, QuarantineReason reason) {
        refuseUnknown(dataset, importId);
        return new Restoration(database, dataset.id(), importId, reason).run();
    }
}
