package dev.parallax.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values of one metric in a data set session by session, and in ascending order within each:
/// found once, it lets any number of samples be drawn without sorting again.
///
/// Sessions are in the order in which they first appear. Rows without a value are left out. Takes
/// eight bytes a row.
public final class SessionValues {
    /// Marks the entry of a session's first row.
    static final int FIRST = Integer.MIN_VALUE;

    private final int[] values;

    /// The row of each value, with [#FIRST]; null if sessions are unknown: then the rows are those
    /// of the data set, with a value or not.
    private final int @Nullable [] rows;

    private SessionValues(int[] values, int @Nullable [] rows) {
        this.values = values;
        this.rows = rows;
    }

    /// Puts the values of a data set in order.
    ///
    /// @param values fixed-point, not negative, or [Distribution#MISSING]; not to be changed
    ///   afterwards
    /// @param sessions a code from 0 for the session of each row, with gaps or not; a negative one
    ///   is a row of which the session is unknown and which then stands alone. Null when the source
    ///   has no sessions
    /// @throws IllegalArgumentException when the arrays differ in length
    public static SessionValues of(int[] values, int @Nullable [] sessions) {
        if (sessions == null) {
            return new SessionValues(values, null);
        }
        if (sessions.length != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values but " + sessions.length + " sessions");
        }
        int[] starts = starts(values, sessions);
        int[] next = starts.clone();
        int size = starts[starts.length - 1];
        var ordered = new int[size];
        var rows = new int[size];
        var numbers = new Numbers(sessions);
        for (int row = 0; row < values.length; row++) {
            if (values[row] != Distribution.MISSING) {
                int at = next[numbers.of(sessions[row])]++;
                ordered[at] = values[row];
                rows[at] = row;
            }
        }
        Parts.map(
                starts.length - 1,
                size,
                (from, to) -> new SessionSort(ordered, rows, starts).sort(from, to));
        for (int session = 0; session < starts.length - 1; session++) {
            rows[starts[session]] |= FIRST;
        }
        return new SessionValues(ordered, rows);
    }

    /// Where each session starts, and after all the end.
    private static int[] starts(int[] values, int[] sessions) {
        var counts = new int[sessions.length + 1];
        var numbers = new Numbers(sessions);
        for (int row = 0; row < values.length; row++) {
            if (values[row] != Distribution.MISSING) {
                counts[numbers.of(sessions[row]) + 1]++;
            }
        }
        int[] starts = Arrays.copyOf(counts, numbers.used + 1);
        for (int session = 0; session < numbers.used; session++) {
            starts[session + 1] += starts[session];
        }
        return starts;
    }

    /// Numbers sessions from 0 without gaps as they appear.
    private static final class Numbers {
        private final int[] known;
        private int used;

        Numbers(int[] sessions) {
            int highest = -1;
            for (int session : sessions) {
                highest = Math.max(highest, session);
            }
            known = new int[highest + 1];
        }

        int of(int session) {
            if (session < 0) {
                return used++;
            }
            if (known[session] == 0) {
                used++;
                known[session] = used;
            }
            return known[session] - 1;
        }
    }

    /// The first entry of a session at or behind a place.
    int sessionFrom(int place) {
        int at = place;
        while (rows != null && at < rows.length && rows[at] >= 0) {
            at++;
        }
        return at;
    }

    int[] values() {
        return values;
    }

    int @Nullable [] rows() {
        return rows;
    }
}
