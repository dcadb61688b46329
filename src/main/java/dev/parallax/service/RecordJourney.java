package dev.parallax.service;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.recorder.Recorded;
import dev.parallax.recorder.Recorder;
import java.util.List;
import java.util.function.Consumer;

/// Use case: records what a person does in a browser as a journey, and keeps it.
public final class RecordJourney {
    private final ManageJourneys journeys;
    private final Recorder recorder;

    public RecordJourney(ManageJourneys journeys, Recorder recorder) {
        this.journeys = journeys;
        this.recorder = recorder;
    }

    /// A recording that is kept.
    ///
    /// @param secrets names of secrets that stand where passwords were typed; they need values
    /// @param warnings what a person should look at
    public record Kept(Journey journey, List<String> secrets, List<String> warnings) {
        public Kept {
            secrets = List.copyOf(secrets);
            warnings = List.copyOf(warnings);
        }
    }

    /// Opens a browser and records until the person closes its window or the progress is cancelled;
    /// either way what was done until then is kept.
    ///
    /// @param url where to start, http or https
    /// @param name under which the journey is kept; a journey of this name gets a new revision
    /// @param live gets each step as soon as it is recorded
    /// @throws ProblemException if there is no browser or no display, or the address cannot be
    ///   opened
    public Kept record(String url, String name, Consumer<Step> live, Progress progress) {
        Recorded recorded = recorder.record(url, name, live, progress);
        journeys.save(recorded.journey());
        return new Kept(recorded.journey(), recorded.secrets(), recorded.warnings());
    }

    /// The environment variable a secret's value is read from.
    public static String variableOf(String secret) {
        return EnvironmentSecrets.variable(secret);
    }
}
