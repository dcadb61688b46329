package dev.parallax.ui.shell;

import dev.parallax.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The places of the window, in the order of the navigation rail.
enum Place {
    OVERVIEW(Feather.HOME, 1, Texts.of("place.overview")),
    JOURNEYS(Feather.MAP, 2, Texts.of("place.journeys")),
    CHECKS(Feather.ACTIVITY, 3, Texts.of("place.checks")),
    REAL_USERS(Feather.USERS, 4, Texts.of("place.realusers")),
    COMPARE(Feather.BAR_CHART_2, 5, Texts.of("place.compare"));

    private final Feather icon;
    private final int digit;
    private final String label;

    Place(Feather icon, int digit, String label) {
        this.icon = icon;
        this.digit = digit;
        this.label = label;
    }

    Feather icon() {
        return icon;
    }

    String label() {
        return label;
    }

    /// The digit that goes there with Ctrl or ⌘.
    int digit() {
        return digit;
    }
}
