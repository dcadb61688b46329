/// The workspace: one SQLite file with journeys, checks, runs and page views. The only package that
/// sees JDBC, Jdbi or SQLite.
@NullMarked
package dev.parallax.store;

import org.jspecify.annotations.NullMarked;
