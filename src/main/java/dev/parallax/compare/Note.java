package dev.parallax.compare;

/// Something about the numbers of a comparison that helps to judge them.
///
/// @param kind what it is about; a comparison has at most one note of each
/// @param text one sentence
public record Note(Kind kind, String text) {

    /// What a note is about, in the order in which they are shown.
    public enum Kind {
        LAB_TAINTED("lab-tainted"),
        OTHER_CONDITIONS("other-conditions"),
        LAB_MODES("lab-modes"),
        FIELD_MODES("field-modes"),
        DEFINITION("definition"),
        NOT_THEN("not-at-the-same-time"),
        WITHOUT_METRIC("without-metric"),
        WITHOUT_TIME("without-time"),
        WITHOUT_SESSION("without-session"),
        WEIGHTS("weights"),
        LEFT_OUT("left-out"),
        QUARANTINE("quarantine");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// The stable word for files and JSON: `without-session`.
        public String key() {
            return key;
        }
    }
}
