package dev.parallax.measure;

import java.util.List;
import java.util.Locale;

/// Which views of a site a profile measures. A repeat view follows its first view in the same
/// browser context, with the tabs closed between them.
public enum CacheState {
    /// First views.
    COLD,
    /// Repeat views; the first views before them are walked and not kept.
    WARM,
    /// Each first view and the repeat view that follows it.
    BOTH;

    /// The views that are kept, in the order they are walked.
    public List<Cache> measured() {
        return switch (this) {
            case COLD -> List.of(Cache.COLD);
            case WARM -> List.of(Cache.WARM);
            case BOTH -> List.of(Cache.COLD, Cache.WARM);
        };
    }

    /// The views a run's medians are of: where both are measured, the first ones.
    public Cache main() {
        return measured().getFirst();
    }

    /// The word in files and JSON.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
