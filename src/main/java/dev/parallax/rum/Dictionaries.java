package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// The dictionaries of one data set: its page paths and the values of each dimension.
public final class Dictionaries {
    /// Different values of one dimension that are kept; the rest becomes unknown.
    public static final int MOST_VALUES = 65_536;

    /// Different paths that are kept; the pages of the rest are unknown.
    public static final int MOST_PATHS = 1 << 20;

    private final Dictionary pages;
    private final Map<Dimension, Dictionary> dimensions = new EnumMap<>(Dimension.class);

    /// @param pages the page paths: `/product/17`, without origin, query and fragment
    /// @param dimensions gives the values of each dimension; asked once for each
    public Dictionaries(Dictionary pages, Function<Dimension, Dictionary> dimensions) {
        this.pages = pages;
        Dimension.all()
                .forEach(dimension -> this.dimensions.put(dimension, dimensions.apply(dimension)));
    }

    /// Empty dictionaries that no file can blow up.
    public static Dictionaries limited() {
        return new Dictionaries(new Dictionary(MOST_PATHS), _ -> new Dictionary(MOST_VALUES));
    }

    public Dictionary pages() {
        return pages;
    }

    public Dictionary dimension(Dimension dimension) {
        return Objects.requireNonNull(dimensions.get(dimension));
    }
}
