package dev.parallax.importer.join;

/// An order of rows: by one number first, which can be sorted by its digits, and among equals by
/// the rest.
enum Order {
    /// Rows of one page view together, the newest first.
    IDENTITY {
        @Override
        long first(byte[] bytes, int at) {
            return Row.identity(bytes, at);
        }

        @Override
        int rest(byte[] bytesA, int a, byte[] bytesB, int b) {
            int order = Long.compare(Row.began(bytesB, b), Row.began(bytesA, a));
            if (order == 0) {
                order = Long.compare(Row.version(bytesB, b), Row.version(bytesA, a));
            }
            if (order == 0) {
                order = Long.compare(Row.time(bytesB, b), Row.time(bytesA, a));
            }
            return order == 0
                    ? Long.compare(Row.content(bytesB, b), Row.content(bytesA, a))
                    : order;
        }
    },

    /// Page views by time, those without one first; at the same time by identity.
    TIME {
        @Override
        long first(byte[] bytes, int at) {
            return Row.time(bytes, at);
        }

        @Override
        int rest(byte[] bytesA, int a, byte[] bytesB, int b) {
            int order = Long.compare(Row.identity(bytesA, a), Row.identity(bytesB, b));
            return order == 0
                    ? Long.compare(Row.content(bytesA, a), Row.content(bytesB, b))
                    : order;
        }
    };

    abstract long first(byte[] bytes, int at);

    /// Compares two rows whose first number is the same.
    abstract int rest(byte[] bytesA, int a, byte[] bytesB, int b);
}
