package dev.parallax.recorder;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person calls the element behind one of the recorder's selectors:
///
/// ```
/// internal:role=button[name="Buy now"i]            →  Buy now
/// #card >> internal:control=enter-frame >> #no     →  no
/// internal:testid=[data-testid="prod-3"s]          →  prod-3
/// ```
final class ElementName {
    private static final int LONGEST = 60;
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ROLE = Pattern.compile("internal:role=([a-z]+)");
    private static final Pattern POSITION = Pattern.compile("(?:nth|visible)=.*");

    private ElementName() {}

    static String of(String selector) {
        String own = ownPart(selector);
        Matcher quoted = QUOTED.matcher(own);
        if (quoted.find() && !quoted.group(1).isBlank()) {
            return shortened(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        Matcher role = ROLE.matcher(own);
        return role.lookingAt() ? role.group(1) : shortened(own.replaceFirst("^#", ""));
    }

    /// The last part that is not a mere position among equals.
    private static String ownPart(String selector) {
        String rest = selector;
        while (true) {
            int cut = rest.lastIndexOf(" >> ");
            String last = cut < 0 ? rest : rest.substring(cut + 4);
            if (cut < 0 || !POSITION.matcher(last).matches()) {
                return last;
            }
            rest = rest.substring(0, cut);
        }
    }

    private static String shortened(String name) {
        String line = name.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
