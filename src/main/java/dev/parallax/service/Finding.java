package dev.parallax.service;

/// One thing the doctor looked at.
///
/// @param subject what it is, in a word or two: `browser`
/// @param state whether the product can work with it
/// @param found what is there, with versions and figures
/// @param next what to do; empty if nothing
public record Finding(String subject, State state, String found, String next) {

    /// How good a finding is.
    public enum State {
        /// As it should be.
        OK("ok"),
        /// The product works, with a limit worth knowing.
        LIMITED("limited"),
        /// Part of the product cannot work.
        MISSING("missing");

        private final String key;

        State(String key) {
            this.key = key;
        }

        /// The word in JSON and on the terminal.
        public String key() {
            return key;
        }
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, State.OK, found, "");
    }
}
