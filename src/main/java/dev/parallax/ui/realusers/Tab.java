package dev.parallax.ui.realusers;

import dev.parallax.ui.common.Texts;
import java.util.List;

/// What can be looked at of a data set.
public enum Tab {
    OVERVIEW(Texts.of("realusers.tab.overview")),
    PAGES(Texts.of("realusers.tab.pages")),
    BREAKDOWN(Texts.of("realusers.tab.breakdown")),
    TIME(Texts.of("realusers.tab.time")),
    VIEWS(Texts.of("realusers.tab.views")),
    CERTIFICATE(Texts.of("realusers.tab.certificate"));

    private final String label;

    Tab(String label) {
        this.label = label;
    }

    /// What can be looked at of distributions: there are no page views to ask.
    static List<Tab> ofAggregates() {
        return List.of(OVERVIEW, CERTIFICATE);
    }

    /// The name on its button.
    public String label() {
        return label;
    }
}
