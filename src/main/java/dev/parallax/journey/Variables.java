package dev.parallax.journey;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in `${name}` and `${secret:name}` in the texts of a journey.
///
/// Values are put in as they are and never looked at again, so a value cannot smuggle in another
/// variable.
public final class Variables {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(?<secret>secret:)?(?<name>[A-Za-z][A-Za-z0-9_.-]{0,63})}");

    private final Map<String, String> values;
    private final UnaryOperator<String> secrets;

    /// @param values by name
    /// @param secrets the value of a secret by its name; throws a [ProblemException] if there is
    ///   none
    public Variables(Map<String, String> values, UnaryOperator<String> secrets) {
        this.values = Map.copyOf(values);
        this.secrets = secrets;
    }

    /// The journey's own defaults, overridden by the given values.
    public static Variables of(
            Journey journey, Map<String, String> overrides, UnaryOperator<String> secrets) {
        var merged = new HashMap<>(journey.variables());
        merged.putAll(overrides);
        return new Variables(merged, secrets);
    }

    /// True if the text mentions a secret and must therefore never be logged or stored once
    /// resolved.
    public static boolean mentionsSecret(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (matcher.group("secret") != null) {
                return true;
            }
        }
        return false;
    }

    /// The text with every placeholder filled in.
    ///
    /// @throws ProblemException if a variable or secret has no value
    public String resolve(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(valueOf(match.group(1) != null, match.group(2))));
    }

    private String valueOf(boolean secret, String name) {
        if (secret) {
            return secrets.apply(name);
        }
        String value = values.get(name);
        if (value == null) {
            throw new ProblemException(
                    Problem.usage(
                            "journey-unknown-variable",
                            "the variable \"" + name + "\" has no value",
                            "the journey uses ${"
                                    + name
                                    + "} but neither it nor the command gives it one",
                            "add it to the journey's variables or pass --set " + name + "=VALUE"));
        }
        return value;
    }
}
