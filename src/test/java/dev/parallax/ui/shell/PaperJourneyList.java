package dev.parallax.ui.shell;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.ui.journeys.JourneyUseCases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The journeys of a workbench on paper; running one makes its result up.
record PaperJourneyList(PaperContents contents) implements JourneyUseCases {
    @Override
    public List<Profile> profiles() {
        return Profile.presets();
    }

    @Override
    public List<Entry> list() {
        return contents.journeys().values().stream()
                .map(each ->
                        new Entry(
                                each.name(),
                                each.kind(),
                                each.prelude().size() + each.steps().size(),
                                1))
                .toList();
    }

    @Override
    public Journey show(String name) {
        return Optional.ofNullable(contents.journeys().get(name)).orElseThrow();
    }

    @Override
    public void save(Journey journey) {
        contents.journeys().put(journey.name(), journey);
    }

    @Override
    public String importFile(Path from) {
        throw new ProblemException(
                Problem.usage(
                        "journey-unreadable",
                        "cannot read " + from,
                        "it is empty",
                        "give another"));
    }

    @Override
    public void delete(String name) {
        contents.journeys().remove(name);
    }

    @Override
    public Run run(Order order, Progress progress) {
        progress.report(0.5, "iteration 1 of " + order.iterations());
        return contents.runJourney(
                order.journey(), Profile.preset(order.profile()).orElseThrow(), order.iterations());
    }

    @Override
    public boolean canRecord() {
        return true;
    }

    @Override
    public Journey record(Recording recording, Consumer<Step> seen, Progress progress) {
        var step = new Step.Navigate("Open", recording.url());
        seen.accept(step);
        var journey =
                new Journey(
                        recording.name(), Journey.Kind.BROWSER, Map.of(), List.of(), List.of(step));
        save(journey);
        return journey;
    }
}
