package dev.parallax.measure;

import java.util.List;
import java.util.Optional;

/// What an iteration has to show besides its numbers. Kept for a limited time only.
///
/// @param screenshot how the last page looked at the end, empty for an HTTP journey
/// @param filmstrip how the pages came up, in order of time; empty unless it was asked for
/// @param messages of the pages' consoles, at most 200, errors kept first
/// @param trace a recording of the browser, if it was asked for
public record Evidence(
        Optional<Screenshot> screenshot,
        List<FilmFrame> filmstrip,
        List<PageMessage> messages,
        Optional<Trace> trace) {
    /// Nothing to show.
    public static final Evidence NONE =
            new Evidence(Optional.empty(), List.of(), List.of(), Optional.empty());

    public Evidence {
        filmstrip = List.copyOf(filmstrip);
        messages = List.copyOf(messages);
    }

    /// Only a picture.
    public static Evidence of(Optional<Screenshot> screenshot) {
        return new Evidence(screenshot, List.of(), List.of(), Optional.empty());
    }

    /// The same without the filmstrip.
    public Evidence withoutFilmstrip() {
        return new Evidence(screenshot, List.of(), messages, trace);
    }

    /// The same with a trace.
    public Evidence with(Trace recorded) {
        return new Evidence(screenshot, filmstrip, messages, Optional.of(recorded));
    }
}
