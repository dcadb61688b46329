package dev.parallax.compare;

import dev.parallax.rum.Trait;

/// Page views with a trait that are too few for a number.
///
/// @param needs effective page views
/// @param has effective page views, rounded down
public record TooFew(Trait trait, int needs, int has) {}
