package io.moked.kernel;

import org.jspecify.annotations.Nullable;

/** What part of a list is asked for: after a cursor, at most {@code limit} rows. */
public record Page(Cursor after, int limit) {

    private static final int USUAL = 50;

    public static Page of(@Nullable String cursor, @Nullable Integer limit) {
        int asked = limit == null ? USUAL : limit;
        if (asked < 1 || asked > Limit.PAGE_ROWS.value()) {
            throw new Invalid("limit", "out-of-range");
        }
        var after = cursor == null || cursor.isEmpty() ? Cursor.NEWEST : Cursor.parse(cursor);
        return new Page(after, asked);
    }

    /** One row more than asked for tells whether anything follows. */
    public int rowsToRead() {
        return limit + 1;
    }
}
