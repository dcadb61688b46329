package dev.parallax.runner;

import dev.parallax.measure.Iteration;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Trace;
import java.util.List;
import java.util.Optional;

/// The part of a run that touches the site: walks one journey as often as it is asked to.
///
/// One thread starts, walks and closes it; only [#abort] may be called by others. What it returns
/// is not yet masked: the [Runner] hides secrets in every iteration before anybody sees it.
public interface Walk extends AutoCloseable {

    /// Makes walks; nothing slow may happen before [Walk#start].
    @FunctionalInterface
    interface Opener {
        /// A walk that is not started yet.
        ///
        /// @param texts resolves the texts of the journey's steps
        Walk open(RunRequest request, Texts texts);
    }

    /// Starts whatever walks, such as a browser.
    ///
    /// @throws dev.parallax.problem.ProblemException if the machine or the request does not allow
    ///   it
    /// @throws LostEngineException if the engine died while starting or was aborted
    void start();

    /// What walks, with its version: `Chromium 156.0.8078.73`. Known once started.
    String engine();

    /// The profile as far as it is brought about. Known once started.
    Profile applied();

    /// What a reader of the numbers has to know. Known once started.
    List<String> notes();

    /// What came to light while walking and a reader has to know. Asked once, behind the last
    /// iteration.
    default List<String> remarks() {
        return List.of();
    }

    /// What stands between this program and the engine, with its version; empty if nothing does.
    default String driver() {
        return "";
    }

    /// How fast scripts of pages run here, on the scale of
    /// [dev.parallax.measure.Machine#benchmark]; -1 if the engine runs none. Known once started.
    default double benchmark() {
        return -1;
    }

    /// Walks the journey once more behind its iterations to record everything the engine does; no
    /// number is kept of it. Empty if that cannot be had.
    default Optional<Trace> trace() {
        return Optional.empty();
    }

    /// Walks the whole journey once, from a state without cookies, cache and connections, or as the
    /// visitor of the walk before who comes back, as the profile says. A step that fails is part of
    /// the result.
    ///
    /// @param number of the iteration, counted from 1
    /// @throws LostEngineException if the engine died or was aborted on the way
    Iteration walk(int number);

    /// Ends what is under way, at once and for good. Any thread, any number of times.
    void abort();

    /// Ends the engine and everything it started.
    @Override
    void close();
}
