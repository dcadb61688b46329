package dev.parallax.importer;

import dev.parallax.importer.mapping.Condition;
import dev.parallax.importer.mapping.Condition.Test;
import dev.parallax.rum.Exclusion;

/// Whether a condition holds of the record that is being read.
final class ConditionCheck {
    private final Condition condition;
    private final Reason filtered;
    private final Exclusion excluded;
    private boolean met;

    ConditionCheck(Condition condition) {
        this.condition = condition;
        this.filtered = Reason.filtered(condition.reason());
        this.excluded = Exclusion.byKey(condition.reason()).orElse(Exclusion.NONE);
    }

    void clear() {
        met = false;
    }

    void take(char[] text, int from, int length) {
        met =
                met
                        || condition.test() == Test.IS_THERE
                        || condition.values().contains(new String(text, from, length));
    }

    boolean holds() {
        return met != (condition.test() == Test.IS_NONE_OF);
    }

    /// What a record is counted as that fails the condition, where it is a filter.
    Reason filtered() {
        return filtered;
    }

    /// Whose page view it is that meets the condition, where it sets page views apart.
    Exclusion excluded() {
        return excluded;
    }
}
