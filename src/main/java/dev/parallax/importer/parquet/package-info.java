/// Parquet files as rows of typed values, column by column. Knows nothing of what the values mean;
/// the only package that sees Hardwood.
@NullMarked
package dev.parallax.importer.parquet;

import org.jspecify.annotations.NullMarked;
