package dev.parallax.measure;

import java.util.List;
import java.util.Locale;

/// Which views of a site a profile measures. A repeat view follows its first view in the same
/// browser context, with the tabs closed between them.
public enum CacheState {
    /// First views.
    COLD(List.of(Cache.COLD)),
    /// Repeat views; the first views before them are walked and not kept.
    WARM(List.of(Cache.WARM)),
    /// Each first view and the repeat view that follows it.
    BOTH(List.of(Cache.COLD, Cache.WARM));

    private final List<Cache> measured;

    CacheState(List<Cache> measured) {
        this.measured = measured;
    }

    /// The views that are kept, in the order they are walked.
    public List<Cache> measured() {
        return measured;
    }

    /// The views a run's medians are of: where both are measured, the first ones.
    public Cache main() {
        return measured.getFirst();
    }

    /// The word in files and JSON.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
