package dev.parallax.importer.privacy;

import dev.parallax.metric.Dimension;
import java.util.List;
import java.util.Set;

/// Takes out of addresses and values what could tell who a user is, before it reaches the disk.
///
/// Of an address only the path is kept, and those parameters of the query whose names are allowed.
/// Within the path e-mail addresses, tokens, long ids, phone numbers, addresses of machines and
/// matrix parameters are masked, however they are encoded:
///
/// ```
/// https://ann:pw@shop.example/u/ann%40mail.example/cart;jsessionid=1?x=y#z  →  /u/:email/cart
/// /share/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln  →  /share/:token
/// ```
///
/// Nothing is allocated for an address in which nothing is to be masked. For one thread.
public final class Scrubber {
    /// Longer paths are cut off before a segment: they are junk.
    private static final int LONGEST_PATH = 2_048;

    private static final char[] ROOT = {'/'};

    /// Four counters in one number, each for up to 4,095 characters.
    private static final long SPECIAL = 1L << 36;

    private static final long UPPER = 1L << 24;
    private static final long DOT = 1L << 12;
    private static final long DIGIT = 1;
    private static final int COUNT = (1 << 12) - 1;
    private static final long[] WEIGHTS = new long[128];

    static {
        for (char c = 0; c < WEIGHTS.length; c++) {
            WEIGHTS[c] = weight(c);
        }
    }

    private final List<String> kept;
    private final Secrets secretsInPath = new Secrets(Kind.PATH);
    private final Secrets secretsInValue = new Secrets(Kind.VALUE);
    private final Secrets secretsInRelease = new Secrets(Kind.RELEASE);
    private final Decoder decoder = new Decoder();
    private final Text out = new Text();

    private char[] text = new char[0];
    private int from;
    private int length;

    /// Up to where the source is copied to `out`, once something had to be masked.
    private int copied;

    private boolean isRewritten;

    private static long weight(char c) {
        if (Letters.isDigit(c)) {
            return DIGIT;
        }
        if (Letters.isUpper(c)) {
            return UPPER;
        }
        if (c == '.') {
            return DOT;
        }
        return "%\\&@:;=+(#".indexOf(c) >= 0 ? SPECIAL : 0;
    }

    /// @param kept names of parameters of the query that are kept, with their masked values
    public Scrubber(Set<String> kept) {
        this.kept = kept.stream().sorted().toList();
    }

    /// Keeps no parameter of the query.
    public Scrubber() {
        this(Set.of());
    }

    /// The text found last; only [#length()] letters from [#from()] count, until the next call.
    public char[] text() {
        return text;
    }

    public int from() {
        return from;
    }

    public int length() {
        return length;
    }

    /// Finds the path of a URL or path and masks what is private in it.
    ///
    /// The result is in [#text()], [#from()] and [#length()]: a part of the source itself, or of an
    /// array that is used again. It is `/` for an address without path.
    public void page(char[] source, int first, int count) {
        int last = first + count;
        int start = Paths.start(source, first, last);
        int pathEnd = endOfPath(source, start, last);
        int cut = cutEnd(source, start, pathEnd);
        copied = start;
        isRewritten = false;
        out.clear();
        scrubSegments(source, start, cut);
        if (!kept.isEmpty()) {
            keepParameters(source, Paths.end(source, start, last), last, cut);
        }
        if (isRewritten) {
            out.add(source, copied, cut);
            take(out.letters(), 0, out.length());
        } else {
            take(source, start, cut - start);
        }
        if (length == 0) {
            take(ROOT, 0, ROOT.length);
        }
    }

    private void take(char[] array, int first, int count) {
        text = array;
        from = first;
        length = count;
    }

    /// The path ends before its query, also before one that came without its question mark:
    /// `/cart&mail=…`.
    private static int endOfPath(char[] source, int start, int last) {
        int end = Paths.end(source, start, last);
        for (int i = start; i < end; i++) {
            if (source[i] == '&') {
                int at = i + 1;
                while (at < end && Letters.isToken(source[at])) {
                    at++;
                }
                if (at > i + 1 && at < end && source[at] == '=') {
                    return i;
                }
            }
        }
        return end;
    }

    /// No part of a segment is kept: half an address might not be known for one.
    private static int cutEnd(char[] source, int start, int end) {
        if (end - start <= LONGEST_PATH) {
            return end;
        }
        int cut = start + LONGEST_PATH;
        while (cut > start && source[cut] != '/') {
            cut--;
        }
        return cut;
    }

    private void scrubSegments(char[] source, int start, int end) {
        int first = start;
        long seen = 0;
        for (int at = start; at < end; at++) {
            char c = source[at];
            if (c == '/') {
                scrubSegment(source, first, at, seen);
                first = at + 1;
                seen = 0;
            } else if (c < WEIGHTS.length) {
                seen += WEIGHTS[c];
            }
        }
        scrubSegment(source, first, end, seen);
    }

    /// @param seen what sorts of characters occur in it and how often
    private void scrubSegment(char[] source, int first, int end, long seen) {
        int digits = (int) (seen & COUNT);
        int dots = (int) (seen / DOT & COUNT);
        int uppers = (int) (seen / UPPER & COUNT);
        if (seen >= SPECIAL || digits >= 8 || (dots >= 3 && digits >= 4)) {
            examine(source, first, end);
        } else if (end - first >= Secrets.SHORTEST_TOKEN
                || (end - first >= 11 && (uppers > 0 || digits > 0))) {
            mask(source, first, end, secretsInPath.findTokensOnly(source, first, end));
        }
    }

    private void examine(char[] source, int first, int end) {
        int last = matrixStart(source, first, end);
        if (Decoder.isCandidate(source, first, last)) {
            Text decoded = decoder.decode(source, first, last);
            Spans spans = secretsInPath.find(decoded.letters(), 0, decoded.length());
            boolean isQuery = holdsQuery(decoded);
            if (!spans.isEmpty() || isQuery) {
                copyUpTo(source, first);
                out.add(spans.isEmpty() ? Mask.VALUE : spans.worst());
                copied = last;
            }
        } else {
            mask(source, first, last, secretsInPath.find(source, first, last));
        }
        if (last < end) {
            copyUpTo(source, last);
            copied = end;
        }
    }

    /// Where `;jsessionid=…` begins in a segment.
    private static int matrixStart(char[] source, int first, int end) {
        int semicolon = -1;
        for (int i = first; i < end; i++) {
            if (source[i] == ';' && semicolon < 0) {
                semicolon = i;
            } else if (source[i] == '=' && semicolon >= 0) {
                return semicolon;
            }
        }
        return end;
    }

    private static boolean holdsQuery(Text decoded) {
        boolean hasMark = false;
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.letters()[i];
            hasMark |= c == '?' || c == ';' || c == '&';
            if (hasMark && c == '=') {
                return true;
            }
        }
        return false;
    }

    private void mask(char[] source, int first, int end, Spans spans) {
        if (spans.isEmpty()) {
            return;
        }
        copyUpTo(source, first);
        if (spans.worst() == Mask.EMAIL) {
            out.add(Mask.EMAIL);
        } else if (isPlainId(source, first, end)) {
            out.add(Mask.ID);
        } else {
            spans.write(source, first, end, out);
        }
        copied = end;
    }

    /// A segment that a page template takes for an id on the whole stays one on the whole.
    private static boolean isPlainId(char[] source, int first, int end) {
        for (int i = first; i < end; i++) {
            if (!Letters.isHex(source[i])) {
                return false;
            }
        }
        return true;
    }

    /// Copies what is clean before this place.
    private void copyUpTo(char[] source, int place) {
        out.add(source, copied, place);
        isRewritten = true;
    }

    /// Appends the parameters of the query that are kept.
    private void keepParameters(char[] source, int mark, int last, int cut) {
        if (mark >= last || source[mark] != '?') {
            return;
        }
        char separator = '?';
        int at = mark + 1;
        while (at < last && source[at] != '#') {
            int end = at;
            int equals = -1;
            while (end < last && source[end] != '&' && source[end] != '#') {
                equals = equals < 0 && source[end] == '=' ? end : equals;
                end++;
            }
            if (equals > 0 && kept.contains(new String(source, at, equals - at))) {
                if (separator == '?') {
                    copyUpTo(source, cut);
                    copied = cut;
                    out.add(ROOT, 0, out.isEmpty() ? 1 : 0);
                }
                out.add(separator);
                separator = '&';
                out.add(source, at, equals + 1);
                scrubValue(secretsInValue, source, equals + 1, end);
            }
            at = end < last && source[end] == '&' ? end + 1 : end;
        }
    }

    /// Writes a value with what is private in it masked.
    private void scrubValue(Secrets secrets, char[] source, int first, int end) {
        if (Decoder.isCandidate(source, first, end)) {
            Text decoded = decoder.decode(source, first, end);
            Spans spans = secrets.find(decoded.letters(), 0, decoded.length());
            if (!spans.isEmpty()) {
                out.add(spans.worst());
                return;
            }
        }
        secrets.find(source, first, end).write(source, first, end, out);
    }

    /// A value of a dimension with what is private in it masked: an e-mail address as "release"
    /// must not reach the disk either.
    public String value(Dimension dimension, String value) {
        return scrub(dimension == Dimension.RELEASE ? secretsInRelease : secretsInValue, value);
    }

    /// Any other short text, such as the name of a file or column, with what is private in it
    /// masked.
    public String text(String value) {
        return scrub(secretsInValue, value);
    }

    private String scrub(Secrets secrets, String value) {
        char[] source = value.toCharArray();
        out.clear();
        scrubValue(secrets, source, 0, source.length);
        return out.toString();
    }
}
