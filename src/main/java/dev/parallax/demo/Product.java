package dev.parallax.demo;

import java.util.Locale;

/// One of the shop's goods.
///
/// @param slug names its picture
/// @param pence price in hundredths of a pound
/// @param line what it is like, one sentence
record Product(
        int id, String slug, String name, String category, int pence, int stock, String line) {

    /// Path of its picture.
    String image() {
        return "/img/product/" + id + ".svg";
    }

    String price() {
        return pounds(pence);
    }

    /// Whether a word of a search is found in its name, shelf or line, whatever the case.
    boolean matches(String word) {
        return (name + ' ' + category + ' ' + line)
                .toLowerCase(Locale.ROOT)
                .contains(word.toLowerCase(Locale.ROOT));
    }

    /// An amount as people read it: `£89`, `£17.50`.
    static String pounds(int pence) {
        return pence % 100 == 0
                ? "£" + pence / 100
                : String.format(Locale.ROOT, "£%d.%02d", pence / 100, pence % 100);
    }
}
