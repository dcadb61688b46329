package dev.parallax.service;

import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.store.PageViewStore;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Use case: opens a data set for questions. An opened one is kept, as its columns are costly to
/// load.
public final class OpenPageViews {
    private final PageViewStore store;
    private final Map<Long, PageViews> opened = new HashMap<>();

    public OpenPageViews(PageViewStore store) {
        this.store = store;
    }

    /// The data set of this name, ready for questions.
    ///
    /// @throws ProblemException if there is none
    public synchronized PageViews open(String name) {
        Dataset dataset = store.get(name);
        opened.keySet()
                .retainAll(store.list().stream().map(Dataset::id).collect(Collectors.toSet()));
        return opened.computeIfAbsent(dataset.id(), _ -> store.open(dataset));
    }
}
