package dev.parallax.service;

import dev.parallax.journey.Journey;

/// A journey in a list.
///
/// @param steps of the newest revision, prelude included
/// @param revision the newest, counted from 1
public record JourneySummary(String name, Journey.Kind kind, int steps, int revision) {}
