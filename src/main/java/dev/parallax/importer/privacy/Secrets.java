package dev.parallax.importer.privacy;

import org.jspecify.annotations.Nullable;

/// Finds what is private in a text that is not encoded: e-mail addresses, credentials, tokens, ids,
/// phone numbers, addresses of machines, values of parameters that are named like secrets. For one
/// thread.
final class Secrets {
    static final int SHORTEST_TOKEN = 20;
    private static final int SHORTEST_HEX = 16;
    private static final int SHORTEST_BASE64 = 11;

    private final Spans spans = new Spans();
    private final Kind kind;
    private final Numbers numbers;
    private boolean isInQuotes;
    private final Base64Text base64 = new Base64Text();
    private @Nullable Secrets behindBase64;

    Secrets(Kind kind) {
        this.kind = kind;
        this.numbers = new Numbers(spans, kind);
    }

    /// The private parts; valid until the next call.
    Spans find(char[] source, int from, int end) {
        spans.clear();
        isInQuotes = false;
        findNumbers(source, from, end);
        for (int i = from; i < end; i++) {
            char c = source[i];
            isInQuotes ^= c == '"';
            if (c == '@') {
                mail(source, from, i, end);
            } else if (c == ':') {
                addresses(source, from, i, end);
            } else if (c == '/' && i + 1 < end && source[i + 1] == '/') {
                credentials(source, i + 2, end);
            } else if (c == '=') {
                parameter(source, from, i, end);
            } else if (c == '#') {
                fragment(source, from, i, end);
            }
        }
        findTokens(source, from, end);
        return spans;
    }

    /// Tokens only, for a text of nothing but letters, few digits, dashes and dots.
    Spans findTokensOnly(char[] source, int from, int end) {
        spans.clear();
        findTokens(source, from, end);
        return spans;
    }

    private void findNumbers(char[] source, int from, int end) {
        int at = from;
        while (at < end) {
            at = Letters.isDigit(source[at]) ? numbers.look(source, from, at, end) : at + 1;
        }
    }

    /// `ann@shop.example`; not `logo@2x.png`, `vue@3.4.21` or `@ann`.
    private void mail(char[] source, int from, int at, int end) {
        int start = at;
        while (start > from && Letters.isMailbox(source[start - 1])) {
            start--;
        }
        int last = at + 1;
        int label = last;
        while (last < end && Letters.isHost(source[last])) {
            if (source[last] == '.') {
                label = last + 1;
            }
            last++;
        }
        if (last > at + 1 && source[last - 1] == '.') {
            last--;
            label = last;
            while (label > at + 1 && source[label - 1] != '.') {
                label--;
            }
        }
        boolean hasDomain = last - label >= 2 && label > at + 1 && !Letters.isDigit(source[label]);
        if (start < at && hasDomain && !isDensity(source, at, last)) {
            spans.add(start, last, Mask.EMAIL);
        }
    }

    /// `@2x.png`: a picture for fine screens.
    private static boolean isDensity(char[] source, int at, int last) {
        return at + 3 < last
                && Letters.isDigit(source[at + 1])
                && source[at + 2] == 'x'
                && source[at + 3] == '.';
    }

    /// `//ann:secret@host`
    private void credentials(char[] source, int start, int end) {
        int signed = -1;
        for (int i = start; i < end; i++) {
            char c = source[i];
            if (c == '/' || c == '?' || c == '#' || c <= ' ' || c == '"') {
                break;
            }
            if (c == '@') {
                signed = i;
            }
        }
        if (signed > start) {
            spans.add(start, signed, Mask.VALUE);
        }
    }

    /// IPv6 and MAC addresses: this is the first colon of a cluster of them.
    private void addresses(char[] source, int from, int colon, int end) {
        int start = colon;
        while (start > from && Letters.isHex(source[start - 1])) {
            start--;
        }
        if (start > from
                && (source[start - 1] == ':' || Letters.isAlphanumeric(source[start - 1]))) {
            return;
        }
        int at = start;
        int groups = 0;
        int longest = 0;
        boolean isEven = true;
        boolean hasGap = false;
        boolean hasDigit = false;
        while (true) {
            int first = at;
            while (at < end && Letters.isHex(source[at])) {
                hasDigit |= Letters.isDigit(source[at]);
                at++;
            }
            longest = Math.max(longest, at - first);
            isEven &= at - first == 2;
            groups += at > first ? 1 : 0;
            if (at >= end || source[at] != ':') {
                break;
            }
            at++;
            if (at < end && source[at] == ':') {
                hasGap = true;
                at++;
            }
        }
        boolean isWord = at < end && Letters.isAlphanumeric(source[at]);
        if (longest > 4 || !hasDigit || isWord) {
            return;
        }
        if (groups == 8 || (hasGap && groups >= 1 && groups < 8)) {
            spans.add(start, at, Mask.IP);
        } else if (groups == 6 && isEven) {
            spans.add(start, at, Mask.ID);
        }
    }

    /// `token=abc` is masked by its name, `?a=b` and `&a=b` because they are of a query.
    private void parameter(char[] source, int from, int equals, int end) {
        int start = equals;
        while (start > from && isName(source[start - 1])) {
            start--;
        }
        boolean isQuery = start > from && (source[start - 1] == '?' || source[start - 1] == '&');
        char quote = equals + 1 < end ? source[equals + 1] : ' ';
        boolean isQuoted =
                (quote == '"' || quote == '\'') && (start == from || source[start - 1] <= ' ');
        int first = isQuoted ? equals + 2 : equals + 1;
        int last = first;
        while (last < end
                && (isQuoted ? source[last] != quote : !endsValue(source[last], isQuery))) {
            last++;
        }
        if (last == first || start == equals || isPlaceholder(source, first, last)) {
            return;
        }
        String name = new String(source, start, equals - start);
        if (FieldNames.isPrivate(name)
                || (isQuery && !(FieldNames.isNumber(name) && isNumber(source, first, last)))) {
            spans.add(first, last, Mask.VALUE);
        }
    }

    private static boolean isName(char c) {
        return Letters.isToken(c) || c == '.' || c == '[' || c == ']' || c == '%';
    }

    private boolean endsValue(char c, boolean isQuery) {
        if (isQuery && isInQuotes) {
            return c == '"' || c == '&' || c == '#' || c == '\\';
        }
        if (c <= ' ' || c == '&' || c == '"' || c == '#' || c == '<' || c == '>') {
            return true;
        }
        boolean separates = !isQuery || kind == Kind.LINE;
        return (separates && ",;|^'".indexOf(c) >= 0) || (!isQuery && (c == '/' || c == '?'));
    }

    private static boolean isNumber(char[] source, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!Letters.isDigit(source[i]) && source[i] != '.' && source[i] != '-') {
                return false;
            }
        }
        return true;
    }

    /// What comes after `#` in an address.
    private void fragment(char[] source, int from, int hash, int end) {
        int start = hash;
        boolean isAddress = false;
        while (start > from && !endsAddress(source[start - 1])) {
            start--;
            isAddress |= source[start] == '/';
        }
        int last = hash + 1;
        while (last < end && !endsAddress(source[last])) {
            last++;
        }
        boolean isInPath = kind == Kind.PATH;
        if ((isAddress || isInPath) && last > hash + 1 && !isPlaceholder(source, hash + 1, last)) {
            spans.add(hash + 1, isInPath ? end : last, Mask.VALUE);
        }
    }

    private boolean endsAddress(char c) {
        if (isInQuotes) {
            return c == '"' || c == '\\';
        }
        return kind == Kind.LINE
                ? c <= ' ' || "\"',;|^<>".indexOf(c) >= 0
                : kind == Kind.VALUE && c == '"';
    }

    private static boolean isPlaceholder(char[] source, int from, int end) {
        String value = new String(source, from, end - from);
        for (Mask mask : Mask.values()) {
            if (value.equals(mask.placeholder())) {
                return true;
            }
        }
        return false;
    }

    private void findTokens(char[] source, int from, int end) {
        int at = from;
        while (at < end) {
            if (!Letters.isToken(source[at])) {
                at++;
                continue;
            }
            int start = at;
            while (at < end && Letters.isToken(source[at])) {
                at++;
            }
            if (at - start >= SHORTEST_BASE64) {
                at = token(source, start, at, end);
            }
        }
    }

    private int token(char[] source, int start, int end, int limit) {
        if (isWebToken(source, start, end, limit)) {
            int last = end;
            while (last < limit && (Letters.isToken(source[last]) || source[last] == '.')) {
                last++;
            }
            spans.add(start, last, Mask.TOKEN);
            return last;
        }
        int padded = end;
        while (padded < limit && (source[padded] == '=' || source[padded] == '+')) {
            padded++;
        }
        if (hidesSecret(source, start, padded)) {
            spans.add(start, padded, Mask.TOKEN);
        } else if (kind.mayHoldTokens()) {
            if (isUuidAt(source, start, end)) {
                spans.add(start, end, Mask.ID);
            } else if (end - start >= SHORTEST_TOKEN && Randomness.isRandom(source, start, end)) {
                spans.add(start, padded, isHex(source, start, end) ? Mask.ID : Mask.TOKEN);
            } else {
                hexRuns(source, start, end);
            }
        }
        return padded;
    }

    /// A JSON web token: base 64 of `{"`, then a dot.
    private static boolean isWebToken(char[] source, int start, int end, int limit) {
        return end < limit
                && source[end] == '.'
                && source[start] == 'e'
                && source[start + 1] == 'y'
                && source[start + 2] == 'J';
    }

    private boolean hidesSecret(char[] source, int start, int end) {
        boolean hasUpper = false;
        boolean hasLower = false;
        boolean hasDigit = false;
        for (int i = start; i < end; i++) {
            hasUpper |= Letters.isUpper(source[i]);
            hasLower |= Letters.isLower(source[i]);
            hasDigit |= Letters.isDigit(source[i]);
        }
        if (!hasUpper || !(hasLower || hasDigit)) {
            return false;
        }
        Text text = base64.decode(source, start, end);
        if (text.isEmpty()) {
            return false;
        }
        if (behindBase64 == null) {
            behindBase64 = new Secrets(Kind.PATH);
        }
        return !behindBase64.find(text.letters(), 0, text.length()).isEmpty();
    }

    private static boolean isHex(char[] source, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Letters.isHex(source[i])) {
                return false;
            }
        }
        return true;
    }

    /// Eight, four, four, four and twelve hexadecimal digits, and nothing else.
    private static boolean isUuidAt(char[] source, int start, int end) {
        if (end - start != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? source[start + i] != '-' : !Letters.isHex(source[start + i])) {
                return false;
            }
        }
        return true;
    }

    /// Hexadecimal ids within a longer word: `order-5f2b6c1a9a394a60`.
    private void hexRuns(char[] source, int start, int end) {
        int at = start;
        while (at < end) {
            int first = at;
            boolean hasDigit = false;
            boolean hasLetter = false;
            while (at < end && Letters.isHex(source[at])) {
                hasDigit |= Letters.isDigit(source[at]);
                hasLetter |= Letters.isLetter(source[at]);
                at++;
            }
            if (at - first >= SHORTEST_HEX && hasDigit && hasLetter) {
                spans.add(first, at, Mask.ID);
            }
            at++;
        }
    }
}
