package dev.parallax.service;

import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.store.PageViewStore;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Use case: opens a data set for questions. An opened one is kept, as its columns are costly to
/// load, until what is in it or how its pages are made has changed.
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
        PageViews known = opened.get(dataset.id());
        if (known == null
                || known.dataset().revision() != dataset.revision()
                || !known.rules().equals(store.pageRules())) {
            known = store.open(dataset);
            opened.put(dataset.id(), known);
        }
        return known;
    }
}
