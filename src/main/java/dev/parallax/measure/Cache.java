package dev.parallax.measure;

import java.util.Locale;

/// What a visitor's browser had of the site when a journey began.
public enum Cache {
    /// Nothing: the first view of a new visitor.
    COLD,
    /// What the view before has left in the cache: a repeat view. Cookies and storage are cleared
    /// between, so that the journey can be walked again.
    WARM;

    /// The word in files and JSON.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
