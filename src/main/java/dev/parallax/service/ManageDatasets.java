package dev.parallax.service;

import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.QuarantinedValues;
import dev.parallax.rum.StoredImport;
import dev.parallax.store.PageViewStore;
import java.util.List;
import java.util.Optional;

/// Use case: the data sets of a workspace.
public final class ManageDatasets {
    private final PageViewStore store;

    public ManageDatasets(PageViewStore store) {
        this.store = store;
    }

    /// All data sets, by name.
    public List<Dataset> list() {
        return store.list();
    }

    /// One data set.
    ///
    /// @throws ProblemException if there is none of this name
    public Dataset show(String name) {
        return store.get(name);
    }

    /// The imports a data set is made of, the oldest first.
    ///
    /// @throws ProblemException if there is none of this name
    public List<StoredImport> imports(String name) {
        return store.imports(store.get(name));
    }

    /// Takes an import out of a data set; the others stay as they are. A data set goes with its
    /// last import.
    ///
    /// @return what is left of the data set; empty if it is gone
    /// @throws ProblemException if there is no such data set or import, or one is under way
    public Optional<Dataset> removeImport(String name, long importId) {
        return store.removeImport(store.get(name), importId);
    }

    /// The values of a data set that count as missing because they cannot be true.
    ///
    /// @throws ProblemException if there is none of this name
    public List<QuarantinedValues> quarantine(String name) {
        return store.quarantine(store.get(name));
    }

    /// The lines of an import that were not used, or not wholly.
    ///
    /// @throws ProblemException if there is no such data set or import
    public List<QuarantinedLine> quarantinedLines(String name, long importId) {
        return store.quarantinedLines(store.get(name), importId);
    }

    /// Puts the values of all imports back that were taken for missing for this reason, as far as a
    /// page view can have them.
    ///
    /// @return how many values were put back
    /// @throws ProblemException if there is none of this name
    public long restore(String name, QuarantineReason reason) {
        Dataset dataset = store.get(name);
        return store.imports(dataset).stream()
                .mapToLong(one -> store.restore(dataset, one.id(), reason))
                .sum();
    }

    /// What a data set of aggregates holds.
    ///
    /// @throws ProblemException if there is none of this name
    public List<Aggregate> aggregates(String name) {
        return store.aggregates(store.get(name));
    }

    /// Deletes a data set.
    ///
    /// @throws ProblemException if there is none of this name
    public void delete(String name) {
        store.delete(store.get(name));
    }
}
