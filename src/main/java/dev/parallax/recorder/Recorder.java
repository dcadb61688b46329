package dev.parallax.recorder;

import dev.parallax.browser.BrowserInstallation;
import dev.parallax.browser.Recording;
import dev.parallax.journey.Step;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Records journeys: opens a browser's window and writes down what a person does in it.
public final class Recorder {
    private final Supplier<Recording> recordings;

    private Recorder(Supplier<Recording> recordings) {
        this.recordings = recordings;
    }

    /// A recorder that uses the browser found when a recording starts.
    ///
    /// @param installation finds it; throws a [ProblemException] if there is none
    public static Recorder in(Supplier<BrowserInstallation> installation) {
        return new Recorder(() -> new Recording(installation.get()));
    }

    /// A recorder that makes recordings this way.
    static Recorder of(Supplier<Recording> recordings) {
        return new Recorder(recordings);
    }

    /// Records until the person closes the browser's window or the progress is cancelled. Either
    /// way what was done until then is the journey.
    ///
    /// @param url where it begins, absolute, http or https
    /// @param name of the journey, not blank
    /// @param live gets each step once it is settled, in order, on the calling thread
    /// @param progress is told how many steps there are
    /// @throws ProblemException if the address is refused, which comes first; if there is no
    ///   browser or no display, or the address cannot be opened
    public Recorded record(String url, String name, Consumer<Step> live, Progress progress) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a journey needs a name");
        }
        Recording.requireWeb(url);
        var steps = new AtomicInteger();
        var transcript =
                new Transcript(
                        name,
                        url,
                        step -> {
                            live.accept(step);
                            progress.report(Double.NaN, "step " + steps.incrementAndGet());
                        });
        try (Recording recording = recordings.get()) {
            recording.start();
            recording.watch(url, transcript, progress);
        }
        return transcript.finish();
    }
}
