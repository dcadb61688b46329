package dev.parallax.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class FaultsTest {

    @Test
    void hitAsOftenAsTheirShares() {
        var faults = new Faults(Map.of(Fault.HANG, 0.1, Fault.DROP, 0.2));
        assertThat(faults.at(0.05)).isEqualTo(Fault.HANG);
        assertThat(faults.at(0.25)).isEqualTo(Fault.DROP);
        assertThat(faults.at(0.31)).isEqualTo(Fault.NONE);
        assertThat(Faults.none().at(0)).isEqualTo(Fault.NONE);
    }

    @Test
    void refuseSharesThatAreNone() {
        assertThatThrownBy(() -> new Faults(Map.of(Fault.HANG, 1.1)))
                .hasMessageContaining("share of HANG");
        assertThatThrownBy(() -> new Faults(Map.of(Fault.HANG, Double.NaN)))
                .hasMessageContaining("share of HANG");
        assertThatThrownBy(() -> new Faults(Map.of(Fault.HANG, 0.6, Fault.DROP, 0.6)))
                .hasMessageContaining("more than 1");
    }

    @Test
    void latenciesRefuseWhatIsNoTime() {
        Duration ms = Duration.ofMillis(1);
        assertThatThrownBy(() -> new Latencies(ms, ms, ms, ms.negated(), ms, 0))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> new Latencies(ms, ms, ms, ms, ms, 2))
                .hasMessageContaining("spread");
    }

    @Test
    void chanceIsUniformAndNormal() {
        double mean =
                LongStream.range(0, 20_000).mapToDouble(i -> Chance.of(5, i)).average().orElse(0);
        assertThat(mean).isBetween(0.49, 0.51);
        double square =
                LongStream.range(0, 20_000)
                        .mapToDouble(i -> Math.pow(Chance.normal(5, i), 2))
                        .average()
                        .orElse(0);
        assertThat(square).isBetween(0.96, 1.04);
    }
}
