package dev.parallax.importer;

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
}
