package dev.parallax.importer.privacy;

/// Finds numbers that tell who somebody is: long ids, phone and card numbers, addresses of
/// machines.
final class Numbers {
    private static final int SHORTEST_ID = 9;
    private static final int SHORTEST_PHONE = 8;
    private static final int LONGEST_PHONE = 15;
    private static final int CARD_GROUPS = 4;
    private static final int LARGEST_OCTET = 255;

    private final Spans spans;
    private final Kind kind;

    /// What the last cluster of digits looked like.
    private int groups;

    private int digits;
    private int firstGroup;
    private int clusterEnd;
    private boolean isEven;

    Numbers(Spans spans, Kind kind) {
        this.spans = spans;
        this.kind = kind;
    }

    /// Looks at the run of digits that begins here.
    ///
    /// @return where to go on
    int look(char[] source, int from, int start, int end) {
        int address = addressEnd(source, from, start, end);
        if (address > start) {
            if (isAddress(source, from, start, address)) {
                spans.add(start, address, Mask.IP);
            }
            return address;
        }
        int run = start;
        while (run < end && Letters.isDigit(source[run])) {
            run++;
        }
        if (run - start >= SHORTEST_ID) {
            if (start > from && source[start - 1] == '+' && run - start <= LONGEST_PHONE) {
                spans.add(start - 1, run, Mask.PHONE);
            } else if (!kind.keepsNumber(source, from, start, run)) {
                spans.add(start, run, Mask.ID);
            }
            return run;
        }
        return phone(source, from, start, run, end);
    }

    /// The end of `a.b.c.d`, or `start`.
    private static int addressEnd(char[] source, int from, int start, int end) {
        int at = start;
        for (int part = 0; part < 4; part++) {
            int value = 0;
            int first = at;
            while (at < end && at - first < 4 && Letters.isDigit(source[at])) {
                value = value * 10 + source[at++] - '0';
            }
            if (at == first || at - first > 3 || value > LARGEST_OCTET) {
                return start;
            }
            if (part < 3 && (at >= end || source[at++] != '.')) {
                return start;
            }
        }
        boolean goesOn =
                at < end
                        && (Letters.isDigit(source[at])
                                || (source[at] == '.'
                                        && at + 1 < end
                                        && Letters.isDigit(source[at + 1])));
        boolean began =
                start > from + 1 && source[start - 1] == '.' && Letters.isDigit(source[start - 2]);
        return goesOn || began ? start : at;
    }

    /// Versions look like addresses: `Chrome/120.0.0.0`.
    private boolean isAddress(char[] source, int from, int start, int address) {
        boolean isNetwork =
                source[address - 1] == '0'
                        && source[address - 2] == '.'
                        && source[address - 3] == '0'
                        && source[address - 4] == '.';
        return !isNetwork && kind.mayHoldAddresses() && !isProduct(source, from, start);
    }

    /// Whether a product's name with a slash or blank stands before the number.
    static boolean isProduct(char[] source, int from, int start) {
        int at = start - 1;
        if (at <= from || (source[at] != '/' && source[at] != ' ')) {
            return false;
        }
        int nameEnd = at;
        while (at > from && Letters.isAlphanumeric(source[at - 1])) {
            at--;
        }
        return at < nameEnd
                && Letters.isUpper(source[at])
                && (at == from || " ;([\",'".indexOf(source[at - 1]) >= 0);
    }

    private int phone(char[] source, int from, int start, int run, int end) {
        boolean isWord = start > from && Letters.isAlphanumeric(source[start - 1]);
        if (isWord) {
            return run;
        }
        boolean hasPlus = start > from && source[start - 1] == '+';
        cluster(source, start, end, hasPlus);
        if (clusterEnd < end && Letters.isAlphanumeric(source[clusterEnd])) {
            return run;
        }
        boolean isBracketed = start > from && source[start - 1] == '(';
        if (groups == CARD_GROUPS && isEven && firstGroup == 4) {
            spans.add(start, clusterEnd, Mask.ID);
            return clusterEnd;
        }
        if (digits > LONGEST_PHONE || !isPhone(source, start, hasPlus, isBracketed)) {
            return run;
        }
        spans.add(hasPlus || isBracketed ? start - 1 : start, clusterEnd, Mask.PHONE);
        return clusterEnd;
    }

    /// `+49 30 123456`, `030-1234567`, `(212) 555-0100`, `212-555-0100`.
    private boolean isPhone(char[] source, int start, boolean hasPlus, boolean isBracketed) {
        if (hasPlus || (groups > 1 && source[start] == '0' && source[start + 1] == '0')) {
            return digits >= SHORTEST_PHONE;
        }
        if (source[start] == '0' && firstGroup > 1) {
            return groups > 1 && digits > SHORTEST_PHONE && digits <= 13;
        }
        boolean isNational = groups == 3 && firstGroup == 3 && digits == 10;
        return isNational
                && (isBracketed || source[start + 3] == '-' || source[start + 3] == '.')
                && Letters.isDigit(source[clusterEnd - 4]);
    }

    private boolean separates(char c, boolean hasPlus) {
        return kind.separatesDigits(c) || (hasPlus && c == ' ');
    }

    /// Measures the groups of digits from here, each apart from the next by one or two of `-./ ()`.
    private void cluster(char[] source, int start, int end, boolean hasPlus) {
        groups = 0;
        digits = 0;
        isEven = true;
        int at = start;
        while (at < end && Letters.isDigit(source[at])) {
            int first = at;
            while (at < end && Letters.isDigit(source[at])) {
                at++;
            }
            if (groups == 0) {
                firstGroup = at - first;
            }
            isEven &= at - first == firstGroup;
            digits += at - first;
            groups++;
            clusterEnd = at;
            int separators = 0;
            while (separators < 2 && at < end && separates(source[at], hasPlus)) {
                separators++;
                at++;
            }
            if (separators == 0) {
                return;
            }
        }
    }
}
