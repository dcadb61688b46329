package dev.parallax.journey;

import java.time.Duration;

/// What a [Step.Assert] demands.
public sealed interface Assertion {

    /// The element is on the page and can be seen.
    record ElementVisible(Target target) implements Assertion {}

    /// The element's text contains this text; white space is folded.
    record ElementText(Target target, String text) implements Assertion {}

    /// The address of the page contains this text.
    record UrlContains(String text) implements Assertion {}

    /// The response of the last request, after redirects, has this status.
    record StatusIs(int status) implements Assertion {
        public StatusIs {
            if (status < 100 || status > 599) {
                throw new IllegalArgumentException("not an HTTP status: " + status);
            }
        }
    }

    /// The body of the last response contains this text.
    record BodyContains(String text) implements Assertion {}

    /// The last request, from the look-up of its name to the last byte, took no longer.
    record FasterThan(Duration limit) implements Assertion {
        public FasterThan {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("limit is not positive: " + limit);
            }
        }
    }
}
