package io.moked.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Part of a longer list, with the cursor of what follows. */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Of one row more than the page holds, which tells whether anything follows. */
    public static <T> Slice<T> of(List<T> rows, Page page, Function<T, Cursor> cursor) {
        if (rows.size() <= page.limit()) {
            return new Slice<>(rows, null);
        }
        var items = rows.subList(0, page.limit());
        return new Slice<>(items, cursor.apply(items.getLast()).toString());
    }

    public static <T> Slice<T> whole(List<T> items) {
        return new Slice<>(items, null);
    }
}
