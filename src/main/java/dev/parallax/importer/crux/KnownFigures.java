package dev.parallax.importer.crux;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Binned;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The figures that are known of each page and period, so that two downloads of overlapping weeks
/// list no week twice. Of each only a hash is kept: of some hundred thousand, 100 bytes each.
final class KnownFigures {
    /// Pages and periods by which repeated figures are known; later ones are not looked for.
    static final int MOST_KEYS = 200_000;

    private static final List<Metric> METRICS = Metric.all();
    private static final int FRACTIONS = METRICS.size();

    private final Map<Aggregate.Key, int[]> hashes = new HashMap<>();

    /// What a record says beside what is known.
    sealed interface Finding {
        /// Something new.
        ///
        /// @param news the record without what was known
        record News(Aggregate news) implements Finding {}

        /// Nothing new.
        record Repeated() implements Finding {}

        /// Other figures for what is known.
        record Contradiction() implements Finding {}
    }

    /// Whether there is no room for another page or period.
    boolean isFull() {
        return hashes.size() >= MOST_KEYS;
    }

    /// Compares a record with what is known, and remembers it unless it contradicts that.
    Finding look(Aggregate aggregate) {
        int[] known = hashes.get(aggregate.key());
        if (known == null) {
            if (!isFull()) {
                hashes.put(aggregate.key(), remember(aggregate, new int[FRACTIONS + 1]));
            }
            return new Finding.News(aggregate);
        }
        boolean hasNewShares = !aggregate.fractions().isEmpty() && known[FRACTIONS] == 0;
        if (contradicts(aggregate, known)) {
            return new Finding.Contradiction();
        }
        var fresh = new EnumMap<Metric, Binned>(Metric.class);
        aggregate
                .metrics()
                .forEach((metric, binned) -> {
                    if (known[METRICS.indexOf(metric)] == 0) {
                        fresh.put(metric, binned);
                    }
                });
        if (fresh.isEmpty()) {
            // shares alone are no aggregate
            return hasNewShares ? new Finding.Contradiction() : new Finding.Repeated();
        }
        remember(aggregate, known);
        return new Finding.News(
                new Aggregate(
                        aggregate.key(), fresh, hasNewShares ? aggregate.fractions() : Map.of()));
    }

    private static boolean contradicts(Aggregate aggregate, int[] known) {
        int[] these = remember(aggregate, new int[FRACTIONS + 1]);
        for (int i = 0; i < known.length; i++) {
            if (these[i] != 0 && known[i] != 0 && these[i] != known[i]) {
                return true;
            }
        }
        return false;
    }

    private static int[] remember(Aggregate aggregate, int[] into) {
        aggregate
                .metrics()
                .forEach((metric, binned) -> into[METRICS.indexOf(metric)] = hash(binned));
        if (!aggregate.fractions().isEmpty()) {
            into[FRACTIONS] = hash(aggregate.fractions());
        }
        return into;
    }

    /// Never 0, which stands for nothing known.
    private static int hash(Object figures) {
        return figures.hashCode() | 1;
    }
}
