package dev.parallax.service;

import dev.parallax.problem.ProblemException;
import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageRules;
import dev.parallax.rum.PageSuggestion;
import dev.parallax.store.PageRuleStore;
import java.util.List;

/// Use case: how the paths of real users and the URLs of journeys become pages.
public final class ManagePageRules {
    private final PageRuleStore store;
    private final OpenPageViews open;

    public ManagePageRules(PageRuleStore store, OpenPageViews open) {
        this.store = store;
        this.open = open;
    }

    /// The user's rules, the first one first.
    public List<PageRule> list() {
        return store.list().manual();
    }

    /// Adds a rule. All data sets follow it from now on, without a new import.
    ///
    /// @param position where it comes, from 1; beyond the end it is the last
    /// @throws ProblemException if there is one for this pattern
    public void add(PageRule rule, int position) {
        store.save(store.list().with(rule, position));
    }

    /// Removes a rule.
    ///
    /// @throws ProblemException if there is none for this pattern
    public void remove(String pattern) {
        store.save(store.list().without(pattern));
    }

    /// What becomes of a URL or path, and which rule does it.
    public PageRules.Outcome test(String url) {
        return store.list().test(url);
    }

    /// Rules that would make one page of many in a data set, the one for most page views first.
    ///
    /// @throws ProblemException if there is no such data set
    public List<PageSuggestion> suggest(String dataset) {
        return open.open(dataset).suggestPages();
    }
}
