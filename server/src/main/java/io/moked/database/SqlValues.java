package io.moked.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values cross the border between Java and SQL. */
public final class SqlValues {

    private SqlValues() {}

    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /**
     * One column of many rows as an array for {@code unnest(:name::type[])}; a statement over
     * arrays writes a whole batch in one round trip.
     */
    public static <T> @Nullable String[] column(
            Collection<T> rows, Function<T, @Nullable Object> value) {
        var column = new @Nullable String[rows.size()];
        int n = 0;
        for (var row : rows) {
            var cell = value.apply(row);
            column[n++] = cell == null ? null : cell.toString();
        }
        return column;
    }

    public static @Nullable String[] column(Collection<?> values) {
        return column(values, value -> value);
    }
}
