package dev.parallax.runner;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;

/// Gives the values of secrets to a run.
@FunctionalInterface
public interface SecretSource {

    /// A source without secrets: every name is refused.
    SecretSource NONE =
            (name, origin) -> {
                throw new ProblemException(
                        Problem.usage(
                                "secret-unknown",
                                "the secret \"" + name + "\" has no value",
                                "the journey uses ${secret:" + name + "} at " + origin,
                                "give it one with: parallax secret set " + name));
            };

    /// The value of a secret.
    ///
    /// @param origin where it would be used, such as `https://shop.example`; a secret is refused
    ///   anywhere but at the origins it was made for
    /// @throws ProblemException if there is no such secret or it is refused here
    String value(String name, String origin);
}
