package io.moked.personaldata;

import java.util.Set;

/** Columns of one table that say the same kind of thing about the same people, equally long. */
public record PersonalColumns(
        String table,
        Set<String> columns,
        DataSubject subject,
        DataCategory category,
        RetentionClock clock) {

    /** The columns are words with a space between them. */
    public static PersonalColumns personal(
            String table,
            String columns,
            DataSubject subject,
            DataCategory category,
            RetentionClock clock) {
        return new PersonalColumns(table, Set.of(columns.split(" ")), subject, category, clock);
    }
}
