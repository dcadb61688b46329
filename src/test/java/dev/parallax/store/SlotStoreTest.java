package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Profile;
import dev.parallax.measure.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SlotStoreTest {
    private static final Instant DUE = Samples.START.minusSeconds(30);
    private static final String ME = "me";

    @TempDir Path folder;
    private Workspace workspace;
    private SlotStore slots;
    private long check;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.parallax"), Samples.CLOCK);
        workspace.journeys().save(Samples.journey("buy"));
        check =
                workspace
                        .checks()
                        .add(
                                new CheckStore.Plan(
                                        "buy often",
                                        "buy",
                                        Profile.DESKTOP,
                                        "every 5m",
                                        CheckStore.Activity.ACTIVE))
                        .id();
        slots = workspace.slots();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void givesASlotToOneOnly() {
        assertThat(slots.claim(check, DUE, ME)).isTrue();

        assertThat(slots.claim(check, DUE, ME)).isFalse();
        assertThat(slots.claim(check, DUE, "other")).isFalse();
        assertThat(slots.claim(check, DUE.plusMillis(1), "other")).isTrue();
    }

    @Test
    void endsASlotExactlyOnce() {
        UUID run = UUID.randomUUID();
        slots.claim(check, DUE, ME);

        assertThat(slots.finish(check, DUE, "other", outcome(RunStatus.OK, run))).isFalse();
        assertThat(slots.finish(check, DUE, ME, outcome(RunStatus.DEGRADED, run))).isTrue();
        assertThat(slots.finish(check, DUE, ME, outcome(RunStatus.OK, run))).isFalse();

        assertThat(slots.latest(check, 9))
                .containsExactly(
                        new SlotStore.Slot(
                                DUE,
                                Optional.of(Samples.START),
                                Optional.of(RunStatus.DEGRADED),
                                Optional.of(run),
                                ""));
    }

    @Test
    void recordsWhatNobodyObserved() {
        slots.claim(check, DUE, ME);

        assertThat(slots.miss(check, DUE, "asleep")).isFalse();
        assertThat(slots.miss(check, DUE.plusSeconds(1), "asleep")).isTrue();
        assertThat(slots.claim(check, DUE.plusSeconds(1), ME)).isFalse();

        assertThat(slots.latest(check, 9))
                .containsExactly(
                        new SlotStore.Slot(
                                DUE.plusSeconds(1),
                                Optional.of(Samples.START),
                                Optional.of(RunStatus.NOT_OBSERVED),
                                Optional.empty(),
                                "asleep"),
                        new SlotStore.Slot(
                                DUE, Optional.empty(), Optional.empty(), Optional.empty(), ""));
    }

    @Test
    void endsTheSlotsOfTheDead() {
        slots.claim(check, DUE, ME);
        slots.claim(check, DUE.plusSeconds(1), "dead");

        assertThat(slots.endThoseOfOthers(ME, "gone")).isOne();

        assertThat(slots.latest(check, 9))
                .extracting(SlotStore.Slot::status)
                .containsExactly(Optional.of(RunStatus.NOT_OBSERVED), Optional.empty());
    }

    @Test
    void endsAtTheNextStartWhatAClosedProgramLeft() {
        slots.claim(check, DUE, ME);
        Path path = workspace.path();

        try (var beside = Workspace.open(path, Samples.CLOCK)) {
            assertThat(beside.slots().latest(check, 1).getFirst().status()).isEmpty();
        }
        workspace.close();
        try (var alone = Workspace.open(path, Samples.CLOCK)) {
            assertThat(alone.slots().latest(check, 1))
                    .containsExactly(
                            new SlotStore.Slot(
                                    DUE,
                                    Optional.of(Samples.START),
                                    Optional.of(RunStatus.NOT_OBSERVED),
                                    Optional.empty(),
                                    "the program stopped before the check was done"));
        }
    }

    @Test
    void forgetsTheSlotsOfARemovedCheck() {
        slots.claim(check, DUE, ME);

        workspace.checks().remove("buy often");

        assertThat(slots.latest(check, 9)).isEmpty();
        assertThat(slots.finish(check, DUE, ME, outcome(RunStatus.OK, new UUID(0, 1)))).isFalse();
    }

    @Test
    void leasesAJobToOneAtATime() {
        var now =
                new Object() {
                    Instant time = Samples.START;
                };
        var leases = new LeaseStore(workspace.database(), () -> now.time);
        Duration length = Duration.ofSeconds(30);

        assertThat(leases.take("schedule", ME, length)).isTrue();
        assertThat(leases.take("schedule", ME, length)).isTrue();
        assertThat(leases.take("schedule", "other", length)).isFalse();
        assertThat(leases.take("another job", "other", length)).isTrue();

        now.time = now.time.plus(length);
        assertThat(leases.take("schedule", "other", length)).isTrue();
        assertThat(leases.take("schedule", ME, length)).isFalse();
        leases.giveBack("schedule", ME);
        assertThat(leases.take("schedule", ME, length)).isFalse();
        leases.giveBack("schedule", "other");
        assertThat(leases.take("schedule", ME, length)).isTrue();
    }

    private static SlotStore.Outcome outcome(RunStatus status, UUID run) {
        return new SlotStore.Outcome(status, Optional.of(run), "");
    }
}
