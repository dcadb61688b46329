package dev.parallax.service;

import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Dataset;
import dev.parallax.store.PageViewStore;
import java.util.List;

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

    /// Deletes a data set.
    ///
    /// @throws ProblemException if there is none of this name
    public void delete(String name) {
        store.delete(store.get(name));
    }
}
