package dev.parallax;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.progress.Progress;
import dev.parallax.service.ManageJourneys;
import dev.parallax.service.ManageProfiles;
import dev.parallax.service.RecordJourney;
import dev.parallax.service.RunJourney;
import dev.parallax.ui.journeys.JourneyUseCases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the journeys screen does, with the use cases of one workspace.
record JourneyAnswers(
        ManageJourneys journeys,
        RunJourney runs,
        RecordJourney recordings,
        ManageProfiles profileList)
        implements JourneyUseCases {

    @Override
    public List<Profile> profiles() {
        return profileList.all();
    }

    @Override
    public List<Entry> list() {
        return journeys.list().stream()
                .map(journey ->
                        new Entry(
                                journey.name(),
                                journey.kind(),
                                journey.steps(),
                                journey.revision()))
                .toList();
    }

    @Override
    public Journey show(String name) {
        return journeys.show(name);
    }

    @Override
    public void save(Journey journey) {
        journeys.save(journey);
    }

    @Override
    public String importFile(Path file) {
        return journeys.importFile(file, Optional.empty()).name();
    }

    @Override
    public void delete(String name) {
        journeys.delete(name);
    }

    @Override
    public Run run(Order order, Progress progress) {
        return runs.run(
                new RunJourney.Order(
                        order.journey(), order.profile(), order.iterations(), Map.of()),
                progress);
    }

    @Override
    public boolean canRecord() {
        return true;
    }

    @Override
    public Journey record(Recording recording, Consumer<Step> seen, Progress progress) {
        return recordings.record(recording.url(), recording.name(), seen, progress).journey();
    }
}
