package io.moked.agent;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.agent.Shifts.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShiftStore {

    /** Nobody is available for longer without saying anything else. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final JdbcClient jdbc;

    ShiftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Shift> within(Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select user_id, since, ends from (
                            select user_id, availability, since,
                                lead(since) over (partition by user_id order by since, id) as ends
                            from agent.spell where since >= :earliest) as s
                        where availability = 'available' and since < :to and (ends is null or ends > :from)
                        order by since, user_id
                        """)
                .param("earliest", time(from.minus(LONGEST)))
                .param("from", time(from))
                .param("to", time(to))
                .query((row, n) ->
                        new Shift(
                                uuid(row, "user_id"),
                                instant(row, "since"),
                                instantOrNull(row, "ends")))
                .list();
    }
}
