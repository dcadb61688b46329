package dev.parallax.service;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.Locale;

/// Secrets from the environment: `${secret:shop.login}` is `PARALLAX_SECRET_SHOP_LOGIN`. They live
/// as long as the process and are written nowhere.
final class EnvironmentSecrets {
    private EnvironmentSecrets() {}

    /// The value of a secret.
    ///
    /// @param origin where it would be used; only for the message, as an environment binds no
    ///   origins
    /// @throws ProblemException if the environment does not have it
    static String value(String name, String origin) {
        String variable = variable(name);
        String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new ProblemException(
                    Problem.usage(
                            "secret-unknown",
                            "the secret \"" + name + "\" has no value",
                            "the journey uses ${secret:" + name + "} at " + origin,
                            "set the environment variable " + variable));
        }
        return value;
    }

    static String variable(String name) {
        return "PARALLAX_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
