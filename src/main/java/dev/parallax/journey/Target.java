package dev.parallax.journey;

import java.util.List;

/// How a step finds its element: selectors in order of preference, all kept so that a changed page
/// is found again by the next one.
///
/// A selector is CSS, or has a prefix that names its kind: `role=button[name="Pay"]`, `text=Pay`,
/// `testid=pay`, `label=Email`, `xpath=//button`. Selectors of Playwright's recorder are taken as
/// they are.
///
/// @param selectors at least one, none blank
public record Target(List<String> selectors) {
    public Target {
        selectors = List.copyOf(selectors);
        if (selectors.isEmpty() || selectors.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "a target needs selectors that are not blank: " + selectors);
        }
    }

    /// A target with these selectors, the preferred one first.
    public static Target of(String... selectors) {
        return new Target(List.of(selectors));
    }
}
