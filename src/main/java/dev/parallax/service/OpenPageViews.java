package dev.parallax.service;

import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageRules;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.QuarantinedValues;
import dev.parallax.store.PageViewStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Use case: opens a data set for questions. An opened one is kept, as its columns are costly to
/// load, until what is in it or how its pages are made has changed.
public final class OpenPageViews {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPageViews.class);

    private final PageViewStore store;
    private final Optional<Executor> background;
    private final Map<Long, PageViews> opened = new HashMap<>();

    /// For a single question.
    public OpenPageViews(PageViewStore store) {
        this(store, Optional.empty());
    }

    private OpenPageViews(PageViewStore store, Optional<Executor> background) {
        this.store = store;
        this.background = background;
    }

    /// For many questions, of which the first one should not be slower than the others.
    ///
    /// @param background where a data set that was opened is warmed up
    public static OpenPageViews warmingUp(PageViewStore store, Executor background) {
        return new OpenPageViews(store, Optional.of(background));
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
            PageViews views = store.open(dataset);
            opened.put(dataset.id(), views);
            background.ifPresent(threads -> threads.execute(() -> warmUp(views)));
            known = views;
        }
        return known;
    }

    /// A data set of aggregates with what it holds, and how its URLs become pages.
    public record Aggregates(Dataset dataset, List<Aggregate> list, PageRules rules) {
        public Aggregates {
            list = List.copyOf(list);
        }
    }

    /// What a data set of aggregates holds; empty for one of page views.
    ///
    /// @throws ProblemException if there is no data set of this name
    public Optional<Aggregates> aggregates(String name) {
        Dataset dataset = store.get(name);
        return dataset.kind() == Dataset.Kind.AGGREGATES
                ? Optional.of(new Aggregates(dataset, store.aggregates(dataset), store.pageRules()))
                : Optional.empty();
    }

    /// Which values of a data set were taken for missing, and why.
    List<QuarantinedValues> quarantine(Dataset dataset) {
        return store.quarantine(dataset);
    }

    /// Questions find out by themselves what is wrong.
    private static void warmUp(PageViews views) {
        try {
            views.warmUp(Progress.NONE);
        } catch (ProblemException closed) {
            LOG.debug("not warmed up: {}", closed.getMessage());
        }
    }
}
