package dev.parallax.importer;

import dev.parallax.importer.mapping.Scale;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import org.jspecify.annotations.Nullable;

/// The unit of one column's values.
///
/// @param how how it is known, for the user to judge: `from the header`
record FoundUnit(Scale scale, String how) {

    /// For reports: `s (from the header)`.
    String text() {
        return how.isEmpty() ? unit() : unit() + " (" + how + ")";
    }

    String unit() {
        return scale == Scale.PLAIN ? "none" : scale.key();
    }

    /// The unit that a format is known to have.
    ///
    /// @param scale null for the usual one of the metric
    static FoundUnit ofFormat(Metric metric, @Nullable Scale scale) {
        if (metric.unit() == Unit.NONE) {
            return new FoundUnit(scale == null ? Scale.PLAIN : scale, "");
        }
        return new FoundUnit(scale == null ? Scale.MILLISECONDS : scale, "as the format has it");
    }
}
