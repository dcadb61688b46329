package dev.parallax.ui.shell;

import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.ui.checks.CheckUseCases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// The checks and runs of a workbench on paper.
record PaperChecks(PaperContents contents) implements CheckUseCases {
    @Override
    public List<Profile> profiles() {
        return Profile.presets();
    }

    @Override
    public List<Scheduled> scheduled() {
        return List.copyOf(contents.checks());
    }

    @Override
    public void add(Wish wish) {
        contents.checks()
                .add(
                        new Scheduled(
                                String.valueOf(contents.checks().size() + 1),
                                wish.journey(),
                                wish.profile(),
                                "every " + wish.every().toMinutes() + " min",
                                Optional.of(PaperContents.NOON)));
    }

    @Override
    public void pause(String name) {
        set(name, Optional.empty());
    }

    @Override
    public void resume(String name) {
        set(name, Optional.of(PaperContents.NOON));
    }

    private void set(String name, Optional<Instant> next) {
        contents.checks()
                .replaceAll(each ->
                        each.name().equals(name)
                                ? new Scheduled(
                                        name, each.journey(), each.profile(), each.rhythm(), next)
                                : each);
    }

    @Override
    public void remove(String name) {
        contents.checks().removeIf(each -> each.name().equals(name));
    }

    @Override
    public List<Past> latest(int most) {
        return contents.runs().stream()
                .limit(most)
                .map(run ->
                        new Past(
                                run.id(),
                                run.journey(),
                                run.conditions().applied().name(),
                                run.status(),
                                run.tainted(),
                                run.started(),
                                run.took()))
                .toList();
    }

    @Override
    public Shown show(UUID id) {
        Run found =
                contents.runs().stream()
                        .filter(run -> run.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        return new Shown(found, OptionalInt.empty());
    }

    @Override
    public List<String> journeys() {
        return List.copyOf(contents.journeys().keySet());
    }
}
