package dev.parallax.rum;

import dev.parallax.metric.Metric;

/// Values of one import that count as missing for one reason.
///
/// @param count how many are in quarantine now
/// @param restorable how many of them could be put back: from 0 to the largest that a page view can
///   hold
public record QuarantinedValues(
        long importId, Metric metric, QuarantineReason reason, long count, long restorable) {}
