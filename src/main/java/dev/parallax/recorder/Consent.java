package dev.parallax.recorder;

import java.util.regex.Pattern;

/// Recognises the button that answers a consent banner by what is written on it.
final class Consent {
    private static final int LONGEST = 50;
    private static final Pattern ANSWER =
            Pattern.compile(
                    "\\b(?:accept|agree|i consent|allow (?:all|cookies)|reject all|decline all"
                            + "|(?:only|strictly) necessary"
                            + "|akzeptieren|zustimmen|einverstanden|alle ablehnen|nur notwendige"
                            + "|accepter|tout refuser|aceptar|rechazar todo|accett[ao]|rifiuta tutto"
                            + "|aceitar|accepteren|akceptuj\\w*|godkänn\\w*)\\b",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    private Consent() {}

    /// @param name what is written on the button
    static boolean isAnswer(String name) {
        return name.length() <= LONGEST && ANSWER.matcher(name).find();
    }
}
