package dev.parallax.http;

import dev.parallax.measure.Phases;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stamps the phases of one exchange. Used by the thread that sends; not thread safe.
final class PhaseClock {
    /// In the order they happen.
    enum Phase {
        LOOK_UP("looking up the host's name"),
        CONNECT("connecting"),
        TLS("shaking hands for TLS"),
        SEND("sending the request"),
        WAIT("waiting for the first byte"),
        RECEIVE("receiving the response");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final long startNanos = System.nanoTime();
    private final Map<Phase, Long> begins = new EnumMap<>(Phase.class);
    private final Map<Phase, Long> ends = new EnumMap<>(Phase.class);
    private Phase latest = Phase.LOOK_UP;

    long startNanos() {
        return startNanos;
    }

    /// Of a phase that begins more than once (a second address is tried) the first beginning
    /// counts.
    void begin(Phase phase) {
        begins.putIfAbsent(phase, System.nanoTime());
        latest = phase;
    }

    /// Of a phase that ends more than once the last end counts.
    void end(Phase phase) {
        ends.put(phase, System.nanoTime());
    }

    /// Ends one phase and begins the next at the same moment.
    void handOver(Phase from, Phase to) {
        long now = System.nanoTime();
        ends.put(from, now);
        begins.put(to, now);
        latest = to;
    }

    /// Undoes a [#handOver]: the phase goes on as if it had not ended.
    void takeBack(Phase from, Phase to) {
        ends.remove(from);
        begins.remove(to);
        latest = from;
    }

    /// Ends the phase under way, if one is: a phase that a failure cut short lasted until then.
    void stop() {
        if (begins.containsKey(latest) && !ends.containsKey(latest)) {
            end(latest);
        }
    }

    /// The phase under way, or the last one.
    Phase latest() {
        return latest;
    }

    boolean reached(Phase phase) {
        return begins.containsKey(phase);
    }

    Phases phases() {
        return new Phases(
                millis(Phase.LOOK_UP),
                millis(Phase.CONNECT),
                millis(Phase.TLS),
                millis(Phase.SEND),
                millis(Phase.WAIT),
                millis(Phase.RECEIVE));
    }

    private @Nullable Double millis(Phase phase) {
        Long begin = begins.get(phase);
        Long end = ends.get(phase);
        return begin == null || end == null ? null : (end - begin) / 1e6;
    }
}
