package dev.parallax.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/// Statements that belong together: one transaction, or one consistent look.
///
/// Work has no effect but on the database and is repeatable: after a full disk it is tried once
/// more. It starts no transaction of its own and keeps neither handle nor statements.
@FunctionalInterface
interface Work<T> {
    T run(Handle handle) throws SQLException;
}
