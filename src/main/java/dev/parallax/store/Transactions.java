package dev.parallax.store;

import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/// How long work is cut into pieces: each piece a transaction of its own while others use the
/// workspace, or all of them in one while nobody does.
interface Transactions {

    <T> T read(Work<T> work);

    <T> T write(Work<T> work);

    /// Writes that others can get between; room is made for them on a full disk.
    static Transactions many(Database database) {
        return new Transactions() {
            @Override
            public <T> T read(Work<T> work) {
                return database.read(work);
            }

            @Override
            public <T> T write(Work<T> work) {
                return database.writeWithBallast(work);
            }
        };
    }

    /// Within the transaction that is open.
    static Transactions one(Handle handle) {
        return new Transactions() {
            @Override
            public <T> T read(Work<T> work) {
                return write(work);
            }

            @Override
            public <T> T write(Work<T> work) {
                try {
                    return work.run(handle);
                } catch (SQLException failed) {
                    throw new ConnectionException(failed);
                }
            }
        };
    }
}
