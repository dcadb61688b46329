package dev.parallax.store;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.PageViews;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The data sets of a workspace: real users' page views in columns of chunks.
public final class PageViewStore {
    private final Database database;
    private final DatasetRows rows;
    private final InstantSource clock;

    PageViewStore(Database database, InstantSource clock) {
        this.database = database;
        this.rows = new DatasetRows(database);
        this.clock = clock;
    }

    /// Begins a data set. Nothing of it is written before the first chunk, and nothing can be seen
    /// before it is finished.
    ///
    /// @throws ProblemException if the name is empty or taken
    public PageViewSink create(String name) {
        if (name.isBlank()) {
            throw new ProblemException(
                    Problem.usage(
                            "dataset-name",
                            "cannot name a data set \"" + name + "\"",
                            "the name is empty",
                            "give it a name"));
        }
        rows.refuseIfTaken(name);
        return new DatasetWriter(database, rows, clock, name);
    }

    /// All data sets, by name.
    public List<Dataset> list() {
        return rows.list();
    }

    public Optional<Dataset> find(String name) {
        return rows.find(name);
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

    /// Opens a data set for questions. Its columns are read when they are first needed.
    public PageViews open(Dataset dataset) {
        return new PageViews(dataset, new DatasetReader(database, dataset));
    }

    /// Removes a data set for good; does nothing if it is gone already.
    public void delete(Dataset dataset) {
        rows.remove(dataset.id());
    }
}
