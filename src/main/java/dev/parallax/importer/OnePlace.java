package dev.parallax.importer;

import dev.parallax.importer.mapping.Place;
import dev.parallax.importer.mapping.Place.Several;
import java.util.Arrays;

/// What is no metric: the text of the likeliest path counts, the first or the last one there. It is
/// read when the record is complete, so that one which does not count is not complained of.
final class OnePlace {
    private final Cell cell;
    private final boolean hasSecond;
    private final char[] after;

    /// What the place's own paths gave.
    final Text first;

    /// What has to be there too, for an id that is not unique by itself.
    final Text second = new Text(Several.FIRST);

    OnePlace(Place place, Cell cell) {
        this.cell = cell;
        this.hasSecond = !place.with().isEmpty();
        this.after = place.after().toCharArray();
        this.first = new Text(place.several());
    }

    void writeTo(Draft draft, int record) {
        if (first.seenIn != record) {
            return;
        }
        if (!hasSecond) {
            int from = first.startsWith(after) ? after.length : 0;
            cell.read(first.text, from, first.length - from, draft);
        } else if (second.seenIn == record) {
            char[] both = (second.written() + "." + first.written()).toCharArray();
            cell.read(both, 0, both.length, draft);
        }
    }

    /// A text of the record.
    static final class Text {
        private final Several several;
        private char[] text = new char[64];
        private int length;
        private int seenIn;
        private int best;

        Text(Several several) {
            this.several = several;
        }

        void take(int rank, int record, char[] source, int from, int count) {
            if (count == 0) {
                return;
            }
            boolean isFirst = seenIn != record;
            if (isFirst || rank < best || (rank == best && several != Several.FIRST)) {
                seenIn = record;
                best = rank;
                if (count > text.length) {
                    text = new char[count * 2];
                }
                System.arraycopy(source, from, text, 0, count);
                length = count;
            }
        }

        private boolean startsWith(char[] begin) {
            return length > begin.length
                    && Arrays.equals(text, 0, begin.length, begin, 0, begin.length);
        }

        private String written() {
            return new String(text, 0, length);
        }
    }
}
