package dev.parallax.importer;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import java.util.Arrays;
import java.util.Locale;

/// Makes the cells that read the columns of one import. All are for one thread.
final class Cells {
    /// Ten minutes: longer times are clocks gone wrong, such as 4294972274 or an epoch.
    private static final double LARGEST_MILLIS = 600_000;

    /// No page shifts a hundred times its own height within five seconds.
    private static final double LARGEST_SHIFT = 100;

    private static final double LARGEST_WEIGHT = 1e9;

    /// Longer paths and values are cut off: they are junk, and would fill the dictionaries.
    private static final int LONGEST_PATH = 2_048;

    private static final int LONGEST_VALUE = 256;

    /// Different values of one dimension that are kept; the rest becomes unknown.
    private static final int MOST_VALUES = 65_536;

    /// Different paths that are kept; the pages of the rest are unknown.
    private static final int MOST_PATHS = 1 << 20;

    private final Mapping mapping;
    private final Dictionaries dictionaries;
    private final Tally tally;

    Cells(Mapping mapping, Dictionaries dictionaries, Tally tally) {
        this.mapping = mapping;
        this.dictionaries = dictionaries;
        this.tally = tally;
    }

    /// Dictionaries that no file can blow up.
    static Dictionaries dictionaries() {
        return new Dictionaries(new Dictionary(MOST_PATHS), _ -> new Dictionary(MOST_VALUES));
    }

    /// Reads the value of a metric; one that cannot be true is counted and taken for missing.
    Cell metric(Metric metric, Scale scale) {
        int index = Metric.all().indexOf(metric);
        double largest = metric.unit() == Unit.NONE ? LARGEST_SHIFT : LARGEST_MILLIS;
        return (source, from, length, draft) -> {
            if (length == 0) {
                return;
            }
            double value = scale.apply(Numbers.parse(source, from, length));
            if (value >= 0 && value <= largest) {
                draft.metrics[index] = metric.toFixed(value);
                draft.hasValue = true;
            } else if (value > largest) {
                draft.ignore(index, Reason.TOO_LARGE);
            } else if (value < 0) {
                draft.ignore(index, Reason.NEGATIVE);
            } else if (!isMissing(source, from, length)) {
                draft.ignore(index, Reason.NOT_A_NUMBER);
            }
        };
    }

    Cell dimension(Dimension dimension) {
        int index = Dimension.all().indexOf(dimension);
        var values = new CanonicalValues(mapping, dimension, dictionaries.dimension(dimension));
        return (source, from, length, draft) -> {
            int start = skipBlanks(source, from, from + length);
            int end = skipBlanksBack(source, start, from + length);
            int code = values.code(source, start, Math.min(end - start, LONGEST_VALUE));
            if (code != Dictionary.UNKNOWN) {
                draft.dimensions[index] = code;
                draft.hasValue = true;
            }
        };
    }

    Cell time() {
        return new TimeCell();
    }

    private final class TimeCell implements Cell {
        private boolean zoneLookedAt;

        @Override
        public void read(char[] source, int from, int length, Draft draft) {
            int start = skipBlanks(source, from, from + length);
            int trimmed = skipBlanksBack(source, start, from + length) - start;
            if (trimmed == 0) {
                return;
            }
            long time = Times.parse(source, start, trimmed);
            if (time >= Times.EARLIEST && time < Times.LATEST) {
                draft.time = time;
                draft.hasValue = true;
                lookAtZone(source, start, trimmed);
            } else if (time != Times.UNREADABLE) {
                draft.refuse(Reason.TIME_IMPLAUSIBLE);
            } else if (!isMissing(source, start, trimmed)) {
                draft.refuse(Reason.TIME_UNREADABLE);
            }
        }

        private void lookAtZone(char[] source, int from, int length) {
            if (!zoneLookedAt) {
                zoneLookedAt = true;
                if (!Times.hasZone(source, from, length)) {
                    tally.warn("Times have no zone; they were taken as UTC.");
                }
            }
        }
    }

    /// Reads a URL or path and keeps its path: queries and fragments may tell who a user is.
    Cell page() {
        Dictionary pages = dictionaries.pages();
        return (source, from, length, draft) -> {
            int first = skipBlanks(source, from, from + length);
            int last = skipBlanksBack(source, first, from + length);
            int start = Paths.start(source, first, last);
            int end = Paths.end(source, start, last);
            if (first == last
                    || (isWord(source, start, first) && isMissing(source, first, last - first))) {
                return;
            }
            draft.page =
                    start == end
                            ? pages.code("/")
                            : pages.code(source, start, Math.min(end - start, LONGEST_PATH));
            draft.hasValue = true;
        };
    }

    private static boolean isWord(char[] source, int start, int first) {
        return start == first && source[first] != '/';
    }

    Cell session() {
        return (source, from, length, draft) -> {
            if (length > 0 && !isMissing(source, from, length)) {
                draft.session = Hash.of(source, from, length);
                draft.hasValue = true;
            }
        };
    }

    Cell view() {
        return (source, from, length, draft) -> {
            if (length > 0 && !isMissing(source, from, length)) {
                draft.view = Hash.of(source, from, length);
                draft.viewIsCertain = true;
            }
        };
    }

    Cell weight() {
        return (source, from, length, draft) -> {
            // judged as it is kept: a weight below the smallest float would be kept as 0
            float weight = (float) Numbers.parse(source, from, length);
            if (weight > 0 && weight <= LARGEST_WEIGHT) {
                draft.weight = weight;
            } else {
                draft.refuse(Reason.WEIGHT_NOT_POSITIVE);
            }
        };
    }

    private boolean isMissing(char[] source, int from, int length) {
        if (length > Mapping.LONGEST_MISSING) {
            return false;
        }
        String text = new String(source, from, length).strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() || mapping.missing().contains(text);
    }

    private static int skipBlanks(char[] source, int from, int end) {
        int at = from;
        while (at < end && source[at] <= ' ') {
            at++;
        }
        return at;
    }

    private static int skipBlanksBack(char[] source, int from, int end) {
        int at = end;
        while (at > from && source[at - 1] <= ' ') {
            at--;
        }
        return at;
    }

    /// The values of a dimension as they come, and what each is rewritten to: looked up once for
    /// each text, not for each row.
    private static final class CanonicalValues {
        private final Mapping mapping;
        private final Dimension dimension;
        private final Dictionary kept;
        private final Dictionary seen = new Dictionary(MOST_VALUES);
        private int[] keptCodes = new int[16];
        private int known = 1;

        CanonicalValues(Mapping mapping, Dimension dimension, Dictionary kept) {
            this.mapping = mapping;
            this.dimension = dimension;
            this.kept = kept;
        }

        int code(char[] source, int from, int length) {
            int code = seen.code(source, from, length);
            if (code == known) {
                learn(code);
            }
            return keptCodes[code];
        }

        private void learn(int code) {
            if (code == keptCodes.length) {
                keptCodes = Arrays.copyOf(keptCodes, code * 2);
            }
            keptCodes[code] = kept.code(mapping.canonical(dimension, seen.text(code)));
            known++;
        }
    }
}
