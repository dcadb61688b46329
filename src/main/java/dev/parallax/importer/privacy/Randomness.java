package dev.parallax.importer.privacy;

/// Tells random tokens from words: `a8Kd93jfLs0qPz7Xc2Vb` from `how-to-build-a-house`.
///
/// Each pair of neighbouring letters is weighed by how much likelier it is in words than in a
/// random text (log₂ of the ratio). It was counted over 25,000 words: the names of all countries
/// and languages in every language with Latin letters that the JDK knows, and English prose. A pair
/// out of a word has 1.5 bits on the average, a random one -2.2. A change between letters and
/// digits, or a capital within a word, speaks for a token too.
final class Randomness {
    /// A row for each first letter, a column for each second one; [#EQUAL] for "as likely".
    private static final String PAIRS =
            """
            77775676867989573989666476
            71307004722711620643722030
            70538008716622831647610032
            72358234832423720563633045
            75797674646879565998465665
            71206522700400600634500340
            85217245741534620652634042
            81127010712234711546612030
            87878674668879863898574476
            70236010612132510152500020
            82227014803443730555623040
            94468352934732830166732071
            96328114700353770251611030
            92788594955536742288642163
            65664553546889760977766344
            81137125600711760755621030
            20000000100200200100600000
            95669461936566842677754163
            83829427938644762479745044
            93539407922534840776744263
            76566464646768461877555344
            70008010710101500120300020
            70116014610204520451422010
            30305002400021250104110010
            72325031632345540454522031
            63116002621202410132421021
            """;

    private static final int ROW = 27;
    private static final int EQUAL = 6;
    private static final int CAPITAL_WITHIN = -3;
    private static final int AFTER_CAPITAL = -1;
    private static final int DIGIT_BESIDE_LETTER = -2;

    /// 2¹² to 1 for a random text, over at least so many letters.
    private static final int CERTAIN = -12;

    private static final int SHORTEST = 8;

    private static final int LETTERS_A_CHANGE = 4;

    private static final int ALPHABET = 128;

    /// Twice the weight of each pair, plus 1 for a change.
    private static final byte[] WEIGHTS = weights();

    private Randomness() {}

    /// Whether the text, or a part of it, looks random: eight letters or more that are over 4,000
    /// times likelier in a random text than in words, or a change of case or between letters and
    /// digits at every fourth letter.
    ///
    /// Words joined by hyphens or underscores are judged one by one: short ones such as `cdn` or
    /// `byo` are likely in no language, and several of them would add up.
    ///
    /// It misses 2 in 10,000 random texts of 20 letters in the alphabet of base 64, none of 32; it
    /// takes 2 in 1,000 texts of 20 letters or more made of words for random.
    ///
    /// @param source ASCII only
    static boolean isRandom(char[] source, int from, int end) {
        return looksRandom(source, from, end)
                && (!isJoinedWords(source, from, end) || hasRandomWord(source, from, end));
    }

    /// Whether there are only small letters, capitals at the beginning of words, and what joins
    /// them: true of one random text of 20 letters in ten million.
    private static boolean isJoinedWords(char[] source, int from, int end) {
        boolean hasJoiner = false;
        boolean isFirst = true;
        for (int i = from; i < end; i++) {
            char c = source[i];
            boolean isJoiner = c == '-' || c == '_';
            if (!isJoiner && !Letters.isLower(c) && !(isFirst && Letters.isUpper(c))) {
                return false;
            }
            hasJoiner |= isJoiner;
            isFirst = isJoiner;
        }
        return hasJoiner;
    }

    private static boolean hasRandomWord(char[] source, int from, int end) {
        int start = from;
        for (int i = from; i <= end; i++) {
            if (i == end || source[i] == '-' || source[i] == '_') {
                if (i - start >= SHORTEST && looksRandom(source, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean looksRandom(char[] source, int from, int end) {
        int sum = 0;
        int start = from;
        int changes = 0;
        for (int i = from + 1; i < end; i++) {
            if (sum >= 0) {
                sum = 0;
                start = i - 1;
            }
            int weight = WEIGHTS[source[i - 1] * ALPHABET + source[i]];
            changes += weight & 1;
            sum += weight >> 1;
            if (sum <= CERTAIN && i - start + 1 >= SHORTEST) {
                return true;
            }
        }
        return changes * LETTERS_A_CHANGE >= end - from;
    }

    private static boolean isChange(char first, char second) {
        return (Letters.isLower(first) && Letters.isUpper(second))
                || (Letters.isDigit(first)
                        ? Letters.isLetter(second)
                        : Letters.isLetter(first) && Letters.isDigit(second));
    }

    private static byte[] weights() {
        var weights = new byte[ALPHABET * ALPHABET];
        for (char first = 0; first < ALPHABET; first++) {
            for (char second = 0; second < ALPHABET; second++) {
                int change = isChange(first, second) ? 1 : 0;
                weights[first * ALPHABET + second] = (byte) (weight(first, second) * 2 + change);
            }
        }
        return weights;
    }

    private static int weight(char first, char second) {
        if (Letters.isLetter(first) && Letters.isLetter(second)) {
            if (Letters.isLower(first) && Letters.isUpper(second)) {
                return CAPITAL_WITHIN;
            }
            int weight = PAIRS.charAt(place(first) * ROW + place(second)) - '0' - EQUAL;
            return Letters.isUpper(first) ? weight + AFTER_CAPITAL : weight;
        }
        return Letters.isAlphanumeric(first)
                        && Letters.isAlphanumeric(second)
                        && Letters.isDigit(first) != Letters.isDigit(second)
                ? DIGIT_BESIDE_LETTER
                : 0;
    }

    private static int place(char letter) {
        return Character.toLowerCase(letter) - 'a';
    }
}
