package dev.parallax.ui.realusers;

import dev.parallax.rum.Dataset;
import dev.parallax.ui.common.Texts;

/// How much a data set or an import holds, by what it is made of.
final class Amounts {
    private Amounts() {}

    /// `no page views`, `one distribution`, `1,204 page views`: for the middle of a sentence.
    static String of(Dataset.Kind kind, long count) {
        return switch (kind) {
            case PAGE_VIEWS -> Texts.of("amount.views", count);
            case AGGREGATES -> Texts.of("amount.distributions", count);
        };
    }
}
