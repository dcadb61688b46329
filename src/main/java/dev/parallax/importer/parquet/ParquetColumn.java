package dev.parallax.importer.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.LogicalType.DateType;
import dev.hardwood.metadata.LogicalType.DecimalType;
import dev.hardwood.metadata.LogicalType.Float16Type;
import dev.hardwood.metadata.LogicalType.IntType;
import dev.hardwood.metadata.LogicalType.TimestampType;
import dev.hardwood.metadata.LogicalType.UuidType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnSchema;
import dev.parallax.importer.parquet.ColumnTaker.Zone;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A column whose values can be told one by one: of the current batch.
abstract sealed class ParquetColumn permits BinaryColumn, NumberColumn {
    private final ColumnReader reader;
    private final ColumnTaker taker;
    private Validity validity = Validity.NO_NULLS;
    private boolean hasNulls;
    private boolean isToldAhead = true;

    ParquetColumn(ColumnReader reader, ColumnTaker taker) {
        this.reader = reader;
        this.taker = taker;
    }

    /// What a column's values are, as far as this can read them.
    enum Kind {
        TEXT,
        UUID,
        DECIMAL_BYTES,
        HALF_FLOAT,
        OLD_TIME,
        BOOLEAN,
        INT,
        UNSIGNED_INT,
        LONG,
        UNSIGNED_LONG,
        FLOAT,
        DOUBLE,
        DATE,
        TIME
    }

    /// Empty for what is no single text, number or time.
    static Optional<Kind> kind(ColumnSchema column) {
        if (column.maxRepetitionLevel() > 0) {
            return Optional.empty();
        }
        LogicalType logical = column.logicalType();
        return switch (logical) {
            case null -> Optional.of(plain(column));
            case LogicalType.StringType _, LogicalType.EnumType _, LogicalType.JsonType _ ->
                    Optional.of(Kind.TEXT);
            case UuidType _ -> Optional.of(Kind.UUID);
            case DateType _ -> Optional.of(Kind.DATE);
            case TimestampType _ -> Optional.of(Kind.TIME);
            case Float16Type _ -> Optional.of(Kind.HALF_FLOAT);
            case DecimalType _ -> Optional.of(decimal(column));
            case IntType type -> Optional.of(whole(column, type));
            default -> Optional.empty();
        };
    }

    private static Kind plain(ColumnSchema column) {
        return switch (column.type()) {
            case BOOLEAN -> Kind.BOOLEAN;
            case INT32 -> Kind.INT;
            case INT64 -> Kind.LONG;
            case INT96 -> Kind.OLD_TIME;
            case FLOAT -> Kind.FLOAT;
            case DOUBLE -> Kind.DOUBLE;
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> Kind.TEXT;
        };
    }

    private static Kind decimal(ColumnSchema column) {
        Kind plain = plain(column);
        return plain == Kind.TEXT ? Kind.DECIMAL_BYTES : plain;
    }

    private static Kind whole(ColumnSchema column, IntType type) {
        boolean isLong = plain(column) == Kind.LONG;
        if (type.isSigned()) {
            return isLong ? Kind.LONG : Kind.INT;
        }
        return isLong ? Kind.UNSIGNED_LONG : Kind.UNSIGNED_INT;
    }

    /// The column of a reader.
    ///
    /// @throws IllegalArgumentException if it has no [#kind]
    static ParquetColumn of(ColumnReader reader, ColumnTaker taker) {
        ColumnSchema schema = reader.getColumnSchema();
        Kind kind = kind(schema).orElseThrow(IllegalArgumentException::new);
        return switch (kind) {
            case TEXT, UUID, DECIMAL_BYTES, HALF_FLOAT, OLD_TIME ->
                    new BinaryColumn(reader, taker, kind, scale(schema));
            case BOOLEAN, INT, UNSIGNED_INT, LONG, UNSIGNED_LONG, FLOAT, DOUBLE, DATE, TIME ->
                    new NumberColumn(reader, taker, kind, scale(schema), time(schema));
        };
    }

    private static int scale(ColumnSchema schema) {
        return schema.logicalType() instanceof DecimalType decimal ? decimal.scale() : 0;
    }

    private static TimeOf time(ColumnSchema schema) {
        if (schema.logicalType() instanceof TimestampType stamp) {
            TimeUnit unit =
                    switch (stamp.unit()) {
                        case MILLIS -> TimeUnit.MILLISECONDS;
                        case MICROS -> TimeUnit.MICROSECONDS;
                        case NANOS -> TimeUnit.NANOSECONDS;
                    };
            return new TimeOf(unit, stamp.isAdjustedToUTC() ? Zone.UTC : Zone.NOT_SAID);
        }
        return new TimeOf(TimeUnit.DAYS, Zone.NOT_SAID);
    }

    /// How a number is a point in time.
    ///
    /// @param perMilli of the unit; 0 if the unit is a longer one
    record TimeOf(TimeUnit unit, long perMilli, Zone zone) {
        TimeOf(TimeUnit unit, Zone zone) {
            this(unit, unit.convert(1, TimeUnit.MILLISECONDS), zone);
        }

        /// Milliseconds since 1970; rounded down, before 1970 too.
        long millis(long value) {
            return perMilli > 0 ? Math.floorDiv(value, perMilli) : unit.toMillis(value);
        }
    }

    /// Goes to the next batch.
    final void load() {
        validity = reader.getLeafValidity();
        hasNulls = validity.hasNulls();
        load(reader);
    }

    abstract void load(ColumnReader reader);

    /// Tells the values of a whole batch, if they can be and are wanted so.
    ///
    /// @return false if each has to be told with its row
    final boolean tellAhead(Batch batch) {
        if (isToldAhead) {
            batch.of(validity);
            isToldAhead = tellAhead(batch, taker);
        }
        return isToldAhead;
    }

    abstract boolean tellAhead(Batch batch, ColumnTaker taker);

    /// Tells the value of a row of the batch, if it has one.
    final void tell(int row) {
        if (!hasNulls || validity.isNotNull(row)) {
            tell(row, taker);
        }
    }

    abstract void tell(int row, ColumnTaker taker);
}
