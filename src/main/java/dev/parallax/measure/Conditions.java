package dev.parallax.measure;

import java.util.List;

/// Under which conditions a run was really made; whoever compares two runs compares these first.
///
/// @param requested the profile asked for
/// @param applied the profile as far as it could be brought about
/// @param engine what walked the journey, with version: `Chromium 156.0.8078.73`
/// @param loadAverage of the machine over the last minute when the run started, negative if unknown
/// @param notes what a reader of the numbers has to know: `sandbox off (root)`, `RUM beacons
///   blocked`
/// @param machine what it was made on
public record Conditions(
        Profile requested,
        Profile applied,
        String engine,
        double loadAverage,
        List<String> notes,
        Machine machine) {
    public Conditions {
        notes = List.copyOf(notes);
    }

    /// Conditions on a machine nothing is known of.
    public Conditions(
            Profile requested,
            Profile applied,
            String engine,
            double loadAverage,
            List<String> notes) {
        this(requested, applied, engine, loadAverage, notes, Machine.UNKNOWN);
    }
}
