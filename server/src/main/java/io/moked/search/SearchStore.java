package io.moked.search;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.kernel.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for entries of the tenant in scope. */
@Repository
class SearchStore {

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that matched when it was written down. */
    record Found(Instant at, UUID id, UUID conversation) {

        Cursor cursor() {
            return new Cursor(at, id);
        }
    }

    /** The newest before a place, and not before a moment. */
    List<Found> find(String question, Instant from, Cursor before, int most) {
        return jdbc.sql(
                        """
                        select found_at, found_id, found_in
                        from search.find(:question, :from, :before, :id, :most)
                        order by found_at desc, found_id desc
                        """)
                .param("question", question)
                .param("from", time(from))
                .param("before", time(before.at()))
                .param("id", before.id())
                .param("most", most)
                .query((row, n) ->
                        new Found(
                                instant(row, "found_at"),
                                uuid(row, "found_id"),
                                uuid(row, "found_in")))
                .list();
    }

    /** What English words have in common with others of their kind; of the rest, nothing. */
    Map<String, String> stems(Collection<String> words) {
        var stems = new HashMap<String, String>();
        if (!words.isEmpty()) {
            jdbc.sql(
                            """
                            select word, stem from unnest(:words::text[]) as w (word)
                                cross join lateral unnest(ts_lexize('english_stem', word)) as s (stem)
                            """)
                    .param("words", column(words))
                    .query(row -> {
                        stems.put(row.getString("word"), row.getString("stem"));
                    });
        }
        return stems;
    }
}
