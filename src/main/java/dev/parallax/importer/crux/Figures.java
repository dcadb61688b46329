package dev.parallax.importer.crux;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Numbers as the Chrome UX Report writes them: `2312`, `"0.10"`, `"NaN"`, null.
final class Figures {
    /// What is not there: null, nothing, `"NaN"`.
    static final double MISSING = Double.NaN;

    /// What is there and is no number.
    static final double UNREADABLE = Double.NEGATIVE_INFINITY;

    private static final int LONGEST = 60;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?([eE][+-]?\\d{1,4})?");

    private Figures() {}

    /// The number that a text is; [#MISSING] or [#UNREADABLE] if it is none.
    static double of(String text) {
        String number = text.strip();
        if (number.isEmpty() || number.equalsIgnoreCase("nan") || number.equalsIgnoreCase("null")) {
            return MISSING;
        }
        return number.length() <= LONGEST && NUMBER.matcher(number).matches()
                ? Double.parseDouble(number)
                : UNREADABLE;
    }

    static double of(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return MISSING;
        }
        return node.isString() ? of(node.stringValue()) : UNREADABLE;
    }
}
