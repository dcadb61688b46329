package dev.parallax.journey;

import java.util.List;
import java.util.Map;

/// What a visitor does on the site, step by step.
///
/// A journey is a value: editing makes a new one, and the workspace keeps each as an immutable
/// revision that runs point at.
///
/// @param name unique in a workspace, not blank
/// @param kind whether a browser or an HTTP client walks it
/// @param variables defaults for `${name}` in the texts of the steps; a run may override them
/// @param prelude steps walked first and never measured: consent, login
/// @param steps the measured steps, at least one
public record Journey(
        String name,
        Kind kind,
        Map<String, String> variables,
        List<Step> prelude,
        List<Step> steps) {

    /// Who walks a journey.
    public enum Kind {
        BROWSER("browser"),
        HTTP("http");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// The name in files and on the command line.
        public String key() {
            return key;
        }
    }

    public Journey {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a journey needs a name");
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("journey has no steps: " + name);
        }
        variables = Map.copyOf(variables);
        prelude = List.copyOf(prelude);
        steps = List.copyOf(steps);
    }

    /// The same journey under another name.
    public Journey named(String newName) {
        return new Journey(newName, kind, variables, prelude, steps);
    }

    /// The names of the page marks, in the order of the steps.
    public List<String> pages() {
        return steps.stream()
                .filter(Step.PageMark.class::isInstance)
                .map(step -> ((Step.PageMark) step).page())
                .toList();
    }
}
