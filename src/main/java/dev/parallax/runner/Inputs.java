package dev.parallax.runner;

import java.util.Map;

/// What a run puts into the journey's texts.
///
/// @param variables values that override the journey's own defaults
/// @param secrets where `${secret:name}` gets its value from
public record Inputs(Map<String, String> variables, SecretSource secrets) {
    /// The journey's own defaults and no secrets.
    public static final Inputs NONE = new Inputs(Map.of(), SecretSource.NONE);

    public Inputs {
        variables = Map.copyOf(variables);
    }
}
