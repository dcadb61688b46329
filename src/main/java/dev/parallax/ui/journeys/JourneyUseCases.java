package dev.parallax.ui.journeys;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What the journeys screen asks of the product. All of it blocks and may throw a
/// [dev.parallax.problem.ProblemException].
public interface JourneyUseCases {

    /// A journey in the list.
    ///
    /// @param steps of the newest revision, prelude included
    /// @param revision the newest, counted from 1
    record Entry(String name, Journey.Kind kind, int steps, int revision) {}

    /// What to run.
    ///
    /// @param profile the id of a preset
    record Order(String journey, String profile, int iterations) {}

    /// What to record.
    ///
    /// @param url where the recording starts
    /// @param name under which the journey is kept
    record Recording(String url, String name) {}

    /// All journeys, by name.
    List<Entry> list();

    /// The profiles a journey can be run under, own ones first.
    List<Profile> profiles();

    Journey show(String name);

    void save(Journey journey);

    /// Reads a journey from a file and keeps it.
    ///
    /// @return its name
    String importFile(Path file);

    void delete(String name);

    Run run(Order order, Progress progress);

    /// Whether this machine can record.
    boolean canRecord();

    /// Opens a browser and keeps what is done in it, until its window is closed.
    ///
    /// @param seen gets each step as it is recorded
    Journey record(Recording recording, Consumer<Step> seen, Progress progress);
}
