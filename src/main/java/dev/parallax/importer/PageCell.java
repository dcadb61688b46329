package dev.parallax.importer;

import dev.parallax.importer.privacy.Scrubber;
import dev.parallax.rum.Dictionary;
import java.util.Arrays;

/// Reads a URL or path and keeps its path, without what may tell who a user is.
///
/// Most page views are of pages that were seen before: those are looked up as they come, and only
/// what is new is scrubbed.
final class PageCell implements Cell {
    /// Addresses that are remembered; sites whose addresses are all different gain nothing by more.
    private static final int MOST_REMEMBERED = 1 << 16;

    /// A longer address is hardly met again.
    private static final int LONGEST_REMEMBERED = 200;

    private final Dictionary pages;
    private final Scrubber scrubber;
    private final MissingTexts missing;
    private final Dictionary seen = new Dictionary(MOST_REMEMBERED);
    private int[] codes = new int[1024];
    private int known = 1;

    PageCell(Dictionary pages, Scrubber scrubber, MissingTexts missing) {
        this.pages = pages;
        this.scrubber = scrubber;
        this.missing = missing;
    }

    @Override
    public void read(char[] source, int from, int length, Draft draft) {
        int first = Cells.skipBlanks(source, from, from + length);
        int last = Cells.skipBlanksBack(source, first, from + length);
        int count = last - first;
        if (count == 0 || (source[first] != '/' && missing.contains(source, first, count))) {
            return;
        }
        draft.page = code(source, first, count);
        draft.hasValue = true;
    }

    private int code(char[] source, int from, int length) {
        int remembered =
                length > LONGEST_REMEMBERED ? Dictionary.UNKNOWN : seen.code(source, from, length);
        if (remembered == Dictionary.UNKNOWN) {
            return scrubbed(source, from, length);
        }
        if (remembered == known) {
            if (remembered == codes.length) {
                codes = Arrays.copyOf(codes, remembered * 2);
            }
            codes[remembered] = scrubbed(source, from, length);
            known++;
        }
        return codes[remembered];
    }

    private int scrubbed(char[] source, int from, int length) {
        scrubber.page(source, from, length);
        return pages.code(scrubber.text(), scrubber.from(), scrubber.length());
    }
}
