package dev.parallax.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the window, all from `texts.properties`. A test keeps code and file equal in both
/// directions, so a key is always written as a literal.
public final class Texts {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.parallax.ui.texts");

    private Texts() {}

    /// The text of a key.
    ///
    /// @throws java.util.MissingResourceException if there is none
    public static String of(String key) {
        return TEXTS.getString(key);
    }

    /// A problem's clause as a sentence: with a capital letter and a full stop.
    public static String sentence(String clause) {
        boolean isEnded =
                clause.isBlank() || ".!?…".indexOf(clause.charAt(clause.length() - 1)) >= 0;
        return isEnded ? capital(clause) : capital(clause) + ".";
    }

    /// A problem's clause as a headline: with a capital letter.
    public static String capital(String clause) {
        return clause.isEmpty()
                ? clause
                : clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
    }

    /// The text of a key with `{0}`, `{1}`, … replaced, see [MessageFormat].
    public static String of(String key, Object... arguments) {
        return MessageFormat.format(TEXTS.getString(key), arguments);
    }
}
