package dev.parallax.importer.privacy;

import dev.parallax.rum.QuarantinedLine;
import java.util.List;

/// Takes out of a raw line of an export what could tell who a user is, so that the line can be kept
/// and shown: CSV, JSON, query strings, logs. Times, measured values and user agents stay. For one
/// thread.
///
/// Only lines that could not be used are scrubbed, so this need not be fast.
public final class LineScrubber {
    private static final char NO_SEPARATOR = 0;
    private static final String CUT_OFF = " …";

    /// More of a line is not kept.
    static final int LONGEST = QuarantinedLine.LONGEST - CUT_OFF.length();

    private final char separator;
    private final List<String> columns;
    private static final int MOST_DIGITS = 10;
    private static final int DIGITS_OF_A_TIME = 13;

    private final Secrets secrets = new Secrets(Kind.LINE);
    private final Secrets secretsBehind = new Secrets(Kind.PATH);
    private final Decoder decoder = new Decoder();
    private final Spans spans = new Spans();
    private final Text out = new Text();

    private LineScrubber(char separator, List<String> columns) {
        this.separator = separator;
        this.columns = columns;
    }

    /// For lines in which names stand beside their values, or of unknown form.
    public LineScrubber() {
        this(NO_SEPARATOR, List.of());
    }

    /// For lines of a CSV file, whose header says what is in a column.
    public static LineScrubber ofColumns(char separator, List<String> columns) {
        return new LineScrubber(separator, List.copyOf(columns));
    }

    /// The line with everything private masked, cut off after [#LONGEST] characters of it.
    public String scrub(char[] source, int from, int length) {
        int end = cut(source, from, from + length);
        out.clear();
        if (separator == NO_SEPARATOR) {
            part(source, from, end);
        } else {
            row(source, from, end);
        }
        return end < from + length ? out + CUT_OFF : out.toString();
    }

    public String scrub(String line) {
        return scrub(line.toCharArray(), 0, line.length());
    }

    /// Cut between words: half an address might not be known for one.
    private int cut(char[] source, int from, int end) {
        if (end - from <= LONGEST) {
            return end;
        }
        int cut = from + LONGEST;
        while (cut > from && source[cut] != separator && !endsWord(source[cut])) {
            cut--;
        }
        return cut;
    }

    private void row(char[] source, int from, int end) {
        int column = 0;
        int at = from;
        while (true) {
            int first = at;
            boolean isQuoted = false;
            while (at < end && (isQuoted || source[at] != separator)) {
                isQuoted ^= source[at] == '"';
                at++;
            }
            cell(column < columns.size() ? columns.get(column) : "", source, first, at);
            if (at >= end) {
                return;
            }
            out.add(separator);
            at++;
            column++;
        }
    }

    private void cell(String name, char[] source, int first, int end) {
        if (FieldNames.isPrivate(name)) {
            if (end > first) {
                out.add(Mask.VALUE);
            }
        } else if (FieldNames.isNumber(name) && isNumber(source, first, end)) {
            if (isLong(source, first, end)) {
                out.add(Mask.VALUE);
            } else {
                out.add(source, first, end);
            }
        } else {
            int query = isAddress(source, first, end) ? queryStart(source, first, end) : end;
            part(source, first, query);
            if (query < end) {
                out.add(source[query]);
                out.add(Mask.VALUE);
                if (source[end - 1] == '"') {
                    out.add('"');
                }
            }
        }
    }

    /// Whether a number has more digits than a measured one, and may be an id in the wrong column.
    /// A time in milliseconds since 1970 has 13.
    private static boolean isLong(char[] source, int first, int end) {
        int digits = 0;
        for (int i = first; i < end && source[i] != '.'; i++) {
            digits += Letters.isDigit(source[i]) ? 1 : 0;
        }
        return digits > MOST_DIGITS && !(digits == DIGITS_OF_A_TIME && source[first] == '1');
    }

    private static boolean isAddress(char[] source, int first, int end) {
        for (int i = first; i < end; i++) {
            if (source[i] == '/') {
                return true;
            }
            if (source[i] <= ' ') {
                return false;
            }
        }
        return false;
    }

    private static int queryStart(char[] source, int first, int end) {
        for (int i = first; i < end; i++) {
            if (source[i] == '?' || source[i] == '#') {
                return i;
            }
        }
        return end;
    }

    private static boolean isNumber(char[] source, int first, int end) {
        for (int i = first; i < end; i++) {
            if (!Letters.isDigit(source[i]) && "\".-+eE \t".indexOf(source[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    private void part(char[] source, int from, int end) {
        spans.clear();
        spans.addAll(secrets.find(source, from, end));
        findNamed(source, from, end);
        findEncoded(source, from, end);
        spans.write(source, from, end, out);
    }

    /// Values with a name in quotes before them: `"userId": "4711"`, also within a quoted text:
    /// `\"userId\":\"4711\"`.
    private void findNamed(char[] source, int from, int end) {
        for (int colon = from; colon < end; colon++) {
            if (source[colon] == ':') {
                int nameEnd = skipBack(source, from, colon);
                int nameStart = nameEnd;
                while (nameStart > from && isName(source[nameStart - 1])) {
                    nameStart--;
                }
                boolean isQuoted = nameEnd < colon && isQuote(source[nameEnd]);
                if ((isQuoted || source[nameEnd] == '\\')
                        && FieldNames.isPrivate(
                                new String(source, nameStart, nameEnd - nameStart))) {
                    maskValue(source, colon + 1, end);
                }
            }
        }
    }

    private static int skipBack(char[] source, int from, int at) {
        int end = at;
        while (end > from
                && (source[end - 1] <= ' '
                        || isQuote(source[end - 1])
                        || source[end - 1] == '\\')) {
            end--;
        }
        return end;
    }

    private static boolean isName(char c) {
        return Letters.isToken(c) || c == '.' || c == '@' || c == '$' || c == ' ';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private void maskValue(char[] source, int from, int end) {
        int at = from;
        while (at < end && source[at] <= ' ') {
            at++;
        }
        int opening = at;
        while (at < end && source[at] == '\\') {
            at++;
        }
        int depth = at - opening;
        int first = at;
        int last;
        if (at < end && isQuote(source[at])) {
            char quote = source[at];
            first = at + 1;
            last = closing(source, first, end, quote, depth);
        } else {
            last = first;
            while (last < end && ",}] \t\r\n".indexOf(source[last]) < 0) {
                last++;
            }
            if (first < end && (source[first] == '{' || source[first] == '[')) {
                return;
            }
        }
        if (last > first && !isWord(source, first, last)) {
            spans.add(first, last, Mask.VALUE);
        }
    }

    /// The quote with as many backslashes before it as the opening one had.
    private static int closing(char[] source, int first, int end, char quote, int depth) {
        int backslashes = 0;
        for (int i = first; i < end; i++) {
            if (source[i] == quote && backslashes == depth) {
                return i - depth;
            }
            backslashes = source[i] == '\\' ? backslashes + 1 : 0;
        }
        return end;
    }

    private static boolean isWord(char[] source, int first, int last) {
        String value = new String(source, first, last - first);
        return value.equals("null") || value.equals("true") || value.equals("false");
    }

    /// Words that hide something behind an encoding are masked on the whole.
    private void findEncoded(char[] source, int from, int end) {
        int at = from;
        while (at < end) {
            int first = at;
            while (at < end && !endsWord(source[at]) && !endsName(source, at, end)) {
                at++;
            }
            if (at > first && Decoder.isCandidate(source, first, at)) {
                Text decoded = decoder.decode(source, first, at);
                if (differs(decoded, source, first, at)) {
                    Spans behind = secretsBehind.find(decoded.letters(), 0, decoded.length());
                    if (!behind.isEmpty()) {
                        spans.add(first, at, behind.worst());
                    }
                }
            }
            at++;
        }
    }

    private static boolean differs(Text decoded, char[] source, int first, int end) {
        if (decoded.length() != end - first) {
            return true;
        }
        for (int i = 0; i < decoded.length(); i++) {
            if (decoded.letters()[i] != source[first + i]) {
                return true;
            }
        }
        return false;
    }

    /// The `=`, `&` or `?` of a query; not the `&` of `&#64;`.
    private static boolean endsName(char[] source, int at, int end) {
        char c = source[at];
        return c == '=' || c == '?' || (c == '&' && (at + 1 == end || source[at + 1] != '#'));
    }

    private static boolean endsWord(char c) {
        return c <= ' ' || "\"'<>,|^{}[]()".indexOf(c) >= 0;
    }
}
