package dev.parallax.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something by which page views are told apart and segments are cut.
public enum Dimension {
    DEVICE("device", "Device"),
    BROWSER("browser", "Browser"),
    OS("os", "Operating system"),
    COUNTRY("country", "Country"),
    CONNECTION("connection", "Connection"),
    NAVIGATION("navigation", "Navigation type"),
    RELEASE("release", "Release"),
    CACHE("cache", "Cache state"),
    VIEWPORT("viewport", "Viewport"),
    CPU("cpu", "CPU class"),
    MEMORY("memory", "Memory class");

    private static final List<Dimension> ALL = List.of(values());

    private final String key;
    private final String label;

    Dimension(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// All dimensions, in the order they are shown.
    public static List<Dimension> all() {
        return ALL;
    }

    /// The dimension with this key, whatever its case.
    public static Optional<Dimension> byKey(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key.equals(key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The name in files and on the command line: `device`.
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }
}
