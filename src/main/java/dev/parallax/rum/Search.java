package dev.parallax.rum;

/// What single page views are looked for by.
public sealed interface Search {

    /// A part of the page's path, whatever its case. An empty text finds everything.
    record PageText(String text) implements Search {}

    /// The session, as the keyed hash its page views have.
    record OfSession(long hash) implements Search {}

    /// The user, as the keyed hash the user's page views have.
    record OfUser(long hash) implements Search {}

    /// The page view's own id, as its keyed hash.
    record OfView(long hash) implements Search {}
}
