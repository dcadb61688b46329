package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import java.util.Optional;
import java.util.Set;

/// Something that page views have in common: a value of a dimension, or their page.
///
/// @param dimension empty if it is the page
/// @param value as the data set spells it, [Segment#UNKNOWN_VALUE] if it is not known; the page's
///   path
public record Trait(Optional<Dimension> dimension, String value) {

    static Trait of(Dimension dimension, String value) {
        return new Trait(Optional.of(dimension), value);
    }

    static Trait of(PageTemplate page) {
        return new Trait(Optional.empty(), page.path());
    }

    /// What the trait is of, as a heading says it: `Device`, `Page`.
    public String kind() {
        return dimension.map(Dimension::label).orElse("Page");
    }

    /// The key of what it is of: `device`, `page`.
    public String key() {
        return dimension.map(Dimension::key).orElse("page");
    }

    /// Those page views of a segment that have it.
    public Segment in(Segment segment) {
        return dimension
                .map(known -> segment.with(known, Set.of(value)))
                .orElseGet(() -> segment.withPage(new PageTemplate(value)));
    }

    /// `device mobile`
    @Override
    public String toString() {
        return key() + " " + value;
    }
}
