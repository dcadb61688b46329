package dev.parallax.importer;

import dev.parallax.importer.mapping.Scale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads numbers from parts of character arrays.
final class Numbers {
    private static final int EXACT_DIGITS = 15;
    private static final int NO_POINT = -1;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /// What [#fixed] gives for a number it leaves to [#parse].
    static final int NOT_PLAIN = -1;

    /// So many digits times ten to the fourth still fit into a long.
    private static final int PLAIN_LETTERS = 14;

    private static final int[] WHOLE_POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000};
    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?(?:\\d+[.,]?\\d*|[.,]\\d+)(?:[eE][+-]?\\d{1,3})?)");

    private Numbers() {}

    /// The number in a part of an array, the same as [Double#parseDouble] gives; a decimal comma is
    /// taken for a point. NaN if it is no number.
    ///
    /// Up to 15 digits are exact in a long and in a double, and so is the power of ten, so that the
    /// one division rounds correctly (Clinger 1990, *How to read floating point numbers
    /// accurately*).
    static double parse(char[] source, int from, int length) {
        int end = from + length;
        int at = from;
        boolean negative = at < end && source[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        if (end - first > EXACT_DIGITS + 1) {
            return parseSlowly(source, from, length);
        }
        long digits = 0;
        int point = NO_POINT;
        for (; at < end; at++) {
            int digit = source[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (source[at] == '.' && point == NO_POINT) {
                point = at;
            } else {
                return parseSlowly(source, from, length);
            }
        }
        int count = end - first - (point == NO_POINT ? 0 : 1);
        if (count == 0) {
            return Double.NaN;
        }
        if (count > EXACT_DIGITS) {
            return parseSlowly(source, from, length);
        }
        double value = point == NO_POINT ? digits : digits / POWERS_OF_TEN[end - point - 1];
        return negative ? -value : value;
    }

    /// The number in a part of an array in fixed point form, if it is written plainly, such as
    /// `812` or `1234.5`: in one pass and without a division, because nine of ten cells of an
    /// export are such numbers.
    ///
    /// With no more digits behind the point than the form has, the result is what rounding the
    /// [double][#parse] times ten to the power of `decimals` gives: both operations together are
    /// wrong by less than 2⁻⁵¹ of a number below 10¹⁶, far from the half at which rounding turns.
    ///
    /// @param decimals of the fixed point form, 0 to 4
    /// @return [#NOT_PLAIN] if it is written otherwise or larger than `largest`
    static int fixed(char[] source, int from, int length, int decimals, int largest) {
        if (length > PLAIN_LETTERS) {
            return NOT_PLAIN;
        }
        int end = from + length;
        int at = from;
        long digits = 0;
        int digit = 0;
        while (at < end && (digit = source[at] - '0') >= 0 && digit <= 9) {
            digits = digits * 10 + digit;
            at++;
        }
        if (at == from) {
            return NOT_PLAIN;
        }
        int missing = decimals;
        if (at < end) {
            missing -= end - at - 1;
            if (source[at] != '.' || missing < 0) {
                return NOT_PLAIN;
            }
            for (at++; at < end; at++) {
                digit = source[at] - '0';
                if (digit < 0 || digit > 9) {
                    return NOT_PLAIN;
                }
                digits = digits * 10 + digit;
            }
        }
        long fixed = digits * WHOLE_POWERS_OF_TEN[missing];
        return fixed <= largest ? (int) fixed : NOT_PLAIN;
    }

    private static double parseSlowly(char[] source, int from, int length) {
        if (length > 64) {
            return Double.NaN;
        }
        Matcher written = WRITTEN.matcher(new String(source, from, length).strip());
        return written.matches()
                ? Double.parseDouble(written.group(1).replace(',', '.'))
                : Double.NaN;
    }

    /// A number with a unit behind it.
    record WithUnit(double number, Scale unit) {}

    /// The number in a text such as `2.35 s` or `812ms`; null if it is not of that form.
    static @Nullable WithUnit parseWithUnit(char[] text) {
        int end = text.length;
        while (end > 0 && Character.isLetter(text[end - 1])) {
            end--;
        }
        if (end == text.length || end == 0) {
            return null;
        }
        String word = new String(text, end, text.length - end).replace('µ', 'u').replace('μ', 'u');
        Scale unit = Scale.byKey(word).orElse(null);
        double number = parse(text, 0, end);
        return unit == null || Double.isNaN(number) ? null : new WithUnit(number, unit);
    }
}
