package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When a run counts as starved.
final class PulseTest {
    private long now = 1_000_000_000L;
    private final Pulse pulse = Pulse.still(() -> Instant.EPOCH.plusNanos(now), now);

    @BeforeEach
    void isCalmAtFirst() {
        beats(20, 20, 69, 20);
        assertThat(pulse.findings(now)).isEmpty();
    }

    @Test
    void bearsTwoLateBeats() {
        beats(80, 80, 20);

        assertThat(pulse.findings(now)).isEmpty();
    }

    @Test
    void findsThreeLateBeatsInTwoSeconds() {
        beats(80, 20, 90, 20, 100);

        assertThat(pulse.findings(now))
                .containsExactly("the machine was starved: 3 times over 50 ms late, worst 80 ms");
    }

    @Test
    void bearsLateBeatsThatAreFarApart() {
        for (int i = 0; i < 5; i++) {
            beats(80);
            for (int calm = 0; calm < 60; calm++) {
                beats(20);
            }
        }

        assertThat(pulse.findings(now)).isEmpty();
    }

    @Test
    void findsOneVeryLateBeat() {
        beats(530);

        assertThat(pulse.findings(now)).hasSize(1);
    }

    @Test
    void findsAClockThatJumped() {
        var jumped = Pulse.still(new JumpingClock(), now);

        assertThat(jumped.findings(now)).containsExactly("the clock jumped by 3600000 ms");
    }

    @Test
    void beatsByItself() {
        try (var alive = Pulse.start(InstantSource.system())) {
            assertThat(alive).isNotNull();
        }
    }

    private void beats(int... millisApart) {
        for (int millis : millisApart) {
            now += TimeUnit.MILLISECONDS.toNanos(millis);
            pulse.beat(now);
        }
    }

    /// Stands still, but for one hour at its second reading.
    private static final class JumpingClock implements InstantSource {
        private Instant next = Instant.EPOCH;

        @Override
        public Instant instant() {
            Instant read = next;
            next = read.plus(Duration.ofHours(1));
            return read;
        }
    }
}
