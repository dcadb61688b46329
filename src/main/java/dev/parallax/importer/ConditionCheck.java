package dev.parallax.importer;

import dev.parallax.importer.mapping.Condition;
import dev.parallax.importer.mapping.Condition.Test;

/// Whether a condition holds of the record that is being read.
final class ConditionCheck {
    private final Condition condition;
    private final Reason reason;
    private boolean met;

    ConditionCheck(Condition condition, Reason reason) {
        this.condition = condition;
        this.reason = reason;
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

    /// What a record is counted as that fails it.
    Reason reason() {
        return reason;
    }
}
