package io.moked.routing;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static java.util.stream.Collectors.toMap;

import io.moked.routing.engine.Waiting;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long lines are, and where in them somebody stands. */
@Repository
class QueueLengths {

    private final JdbcClient jdbc;

    QueueLengths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many stand before it in its line. */
    int before(Waiting one) {
        return jdbc.sql(
                        """
                        select count(*) from routing.waiting where department_id = :department
                            and (standing_at, conversation_id) < (:standing, :conversation)
                        """)
                .param("department", one.lines().getFirst())
                .param("standing", time(one.standing()))
                .param("conversation", one.id())
                .query(Integer.class)
                .single();
    }

    /** Where these stand in the lines of departments. */
    Map<UUID, Waits.Place> places(Collection<UUID> conversations) {
        var places = new HashMap<UUID, Waits.Place>();
        jdbc.sql(
                        """
                        select conversation_id, department_id, (select count(*) from routing.waiting before
                            where before.department_id = w.department_id
                                and (before.standing_at, before.conversation_id) <= (w.standing_at, w.conversation_id))::int as place
                        from routing.waiting w
                        where conversation_id = any(:conversations::uuid[]) and department_id is not null
                        """)
                .param("conversations", column(conversations))
                .query(row -> {
                    places.put(
                            uuid(row, "conversation_id"),
                            new Waits.Place(uuid(row, "department_id"), row.getInt("place")));
                });
        return places;
    }

    /** How many wait in each line. */
    Map<UUID, Integer> depths() {
        return jdbc
                .sql(
                        """
                        select department_id, count(*)::int as waiting from routing.waiting
                        where department_id is not null group by department_id
                        """)
                .query((row, n) -> Map.entry(uuid(row, "department_id"), row.getInt("waiting")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
