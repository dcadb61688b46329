package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// The dictionaries of one data set: its page paths and the values of each dimension.
public final class Dictionaries {
    private final Dictionary pages;
    private final Map<Dimension, Dictionary> dimensions = new EnumMap<>(Dimension.class);

    /// @param pages the page paths: `/product/17`, without origin, query and fragment
    /// @param dimensions gives the values of each dimension; asked once for each
    public Dictionaries(Dictionary pages, Function<Dimension, Dictionary> dimensions) {
        this.pages = pages;
        Dimension.all()
                .forEach(dimension -> this.dimensions.put(dimension, dimensions.apply(dimension)));
    }

    public Dictionary pages() {
        return pages;
    }

    public Dictionary dimension(Dimension dimension) {
        return Objects.requireNonNull(dimensions.get(dimension));
    }
}
