package dev.parallax.importer.join;

import dev.parallax.rum.Chunk;

/// A page view as it comes out of the join, used again for each one.
final class PageViewPart extends Part {

    /// Reads a row that stands for a whole page view.
    void read(byte[] bytes, int at) {
        clear();
        add(bytes, at, NOTHING_DECIDED);
    }

    /// Combines the values of one metric.
    interface Decision {
        void take(PageViewPart view, int metric, int value, int id);
    }

    private static final Decision NOTHING_DECIDED =
            (view, metric, value, _) -> view.metrics[metric] = value;

    /// Takes what an older row tells and newer ones did not.
    void add(byte[] bytes, int at, Decision decision) {
        long word = Row.getLong(bytes, at);
        int from = addLongs(bytes, at, word);
        if ((word & Row.PAGE) != 0) {
            page = page == 0 ? Row.getInt(bytes, from) : page;
            from += 4;
        }
        if ((word & Row.WEIGHT) != 0) {
            weight = weight == NO_WEIGHT ? Float.intBitsToFloat(Row.getInt(bytes, from)) : weight;
            from += 4;
        }
        if (exclusion == 0) {
            exclusion = (int) ((word >>> Row.EXCLUSION_SHIFT) & Row.EXCLUSION_MASK);
        }
        addColumns(bytes, from, word, decision);
        long quarantined = (word >>> Row.QUARANTINED_SHIFT) & Row.METRIC_MASK;
        if (quarantined != 0) {
            addQuarantined(bytes, at, word, quarantined);
        }
    }

    private int addLongs(byte[] bytes, int at, long word) {
        int from = at + Row.REST;
        if ((word & Row.TIME) != 0) {
            long told = Row.getLong(bytes, from);
            time = time == Chunk.NO_TIME ? told : Math.min(time, told);
            from += 8;
        }
        from += 8 * Long.bitCount(word & (Row.BEGAN | Row.VERSION));
        identity = Row.identity(bytes, at);
        if ((word & Row.VIEW_IS_IDENTITY) != 0) {
            view = view == NO_ID ? identity : view;
        } else if ((word & Row.VIEW) != 0) {
            view = view == NO_ID ? Row.getLong(bytes, from) : view;
            from += 8;
        }
        if ((word & Row.SESSION) != 0) {
            session = session == Chunk.NO_SESSION ? Row.getLong(bytes, from) : session;
            from += 8;
        }
        if ((word & Row.USER) != 0) {
            user = user == NO_ID ? Row.getLong(bytes, from) : user;
            from += 8;
        }
        return (word & Row.REASONS) != 0 ? from + 8 : from;
    }

    private static long reasonsOf(byte[] bytes, int at, long word) {
        long before =
                word & (Row.TIME | Row.BEGAN | Row.VERSION | Row.VIEW | Row.SESSION | Row.USER);
        return Row.getLong(bytes, at + Row.REST + 8 * Long.bitCount(before));
    }

    private void addColumns(byte[] bytes, int start, long word, Decision decision) {
        long metricBits = (word >>> Row.METRIC_SHIFT) & Row.METRIC_MASK;
        long idBits = (word >>> Row.METRIC_ID_SHIFT) & Row.METRIC_MASK;
        int from = start;
        int ids = from + 4 * Long.bitCount(metricBits);
        for (long left = metricBits; left != 0; left &= left - 1) {
            int metric = Long.numberOfTrailingZeros(left);
            int value = Row.getInt(bytes, from);
            from += 4;
            long before = idBits & ((1L << metric) - 1);
            int id =
                    (idBits & (1L << metric)) == 0
                            ? 0
                            : Row.getInt(bytes, ids + 4 * Long.bitCount(before));
            decision.take(this, metric, value, id);
        }
        from += 4 * Long.bitCount(idBits);
        for (long left = (word >>> Row.DIMENSION_SHIFT) & Row.DIMENSION_MASK;
                left != 0;
                left &= left - 1) {
            int dimension = Long.numberOfTrailingZeros(left);
            if (dimensions[dimension] == 0) {
                dimensions[dimension] = Row.getInt(bytes, from);
            }
            from += 4;
        }
    }

    /// A value in quarantine is only kept as long as there is no sound one.
    private void addQuarantined(byte[] bytes, int at, long word, long bits) {
        long told = reasonsOf(bytes, at, word);
        int from = at + Row.length(bytes, at) - 8 * Long.bitCount(bits);
        for (long left = bits; left != 0; left &= left - 1) {
            int metric = Long.numberOfTrailingZeros(left);
            if (metrics[metric] == Chunk.MISSING && reasons[metric] == null) {
                quarantine(metric, Row.reason(told, metric), Row.getLong(bytes, from));
            }
            from += 8;
        }
    }
}
