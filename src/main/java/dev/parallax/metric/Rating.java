package dev.parallax.metric;

/// The three classes of a Core Web Vital.
public enum Rating {
    GOOD("good"),
    NEEDS_IMPROVEMENT("needs improvement"),
    POOR("poor");

    private final String label;

    Rating(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
