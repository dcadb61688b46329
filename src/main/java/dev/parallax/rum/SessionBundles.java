package dev.parallax.rum;

/// Throws sessions together into a fixed number of bundles, by chance but always the same: what
/// bundles have together is as independent as what sessions have, and 1,024 sums are quicker to
/// keep than millions. A row of unknown session is one of its own.
///
/// Where there are no more sessions, each has a bundle to itself.
final class SessionBundles {
    static final int BITS = 10;
    static final int COUNT = 1 << BITS;

    private final int[] sessions;
    private final boolean separate;
    private final boolean rowsSeparate;

    SessionBundles(Sessions sessions) {
        this.sessions = sessions.codes();
        separate = sessions.count() <= COUNT;
        rowsSeparate = sessions.count() == 0 && this.sessions.length <= COUNT;
    }

    /// Writes the bundles of some rows.
    ///
    /// @param begin the row of place 0
    void of(int begin, int[] places, int[] bundles, int count) {
        if (separate) {
            for (int i = 0; i < count; i++) {
                bundles[i] = few(begin + places[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                int row = begin + places[i];
                int session = sessions[row];
                bundles[i] = mixed(session < 0 ? ~row : session);
            }
        }
    }

    private int few(int row) {
        int session = sessions[row];
        if (session >= 0) {
            return session;
        }
        return rowsSeparate ? row : mixed(~row);
    }

    /// The highest bits of what the last steps of MurmurHash3 (Appleby, public domain) make of a
    /// number: any two that follow one another end far apart.
    private static int mixed(int number) {
        int mixed = number ^ (number >>> 16);
        mixed *= 0x85ebca6b;
        mixed ^= mixed >>> 13;
        mixed *= 0xc2b2ae35;
        mixed ^= mixed >>> 16;
        return mixed >>> (Integer.SIZE - BITS);
    }
}
