package dev.parallax.compare;

import java.time.Instant;

/// A revision of a journey of which there are runs.
///
/// @param number counted from 1
/// @param saved when the journey became what it is in this revision
/// @param runs how many, usable or not, under whatever profile
public record MeasuredRevision(int number, Instant saved, int runs) {}
