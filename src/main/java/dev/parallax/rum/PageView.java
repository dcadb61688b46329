package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One page view with everything that is known of it.
///
/// @param row of the data set it is in
/// @param time when it began; null if that is not known
/// @param path without origin, query and fragment; empty if it is not known
/// @param page the template of the path; null if the path is not known
/// @param dimensions the values that are known
/// @param metrics the values it has, each in its metric's unit
/// @param session 16 hexadecimal digits of the session's keyed hash; null if it is not known
/// @param user the same of the user
/// @param view the same of the page view's own id
/// @param exclusion why it does not count; [Exclusion#NONE] if it does
/// @param weight for how many page views it stands
public record PageView(
        int row,
        @Nullable Instant time,
        String path,
        @Nullable PageTemplate page,
        Map<Dimension, String> dimensions,
        Map<Metric, Double> metrics,
        @Nullable String session,
        @Nullable String user,
        @Nullable String view,
        Exclusion exclusion,
        double weight) {
    public PageView {
        dimensions = Collections.unmodifiableMap(copy(new EnumMap<>(Dimension.class), dimensions));
        metrics = Collections.unmodifiableMap(copy(new EnumMap<>(Metric.class), metrics));
    }

    private static <K, V> Map<K, V> copy(Map<K, V> empty, Map<K, V> entries) {
        empty.putAll(entries);
        return empty;
    }
}
