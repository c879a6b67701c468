package io.moked.routing.board;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;
import static java.util.stream.Collectors.toMap;

import io.moked.routing.engine.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BoardStore {

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many wait in a line, and since when somebody does. */
    record Depth(int waiting, Instant oldest) {}

    /**
     * A conversation in a line, or in an agent's hands.
     *
     * @param whose the department or the agent
     */
    record Place(UUID conversation, UUID whose, Priority priority, Instant since) {}

    Map<UUID, Depth> depths(Collection<UUID> departments) {
        return jdbc
                .sql(
                        """
                        select department_id, count(*)::int as waiting, min(came_at) as oldest from routing.waiting
                        where department_id = any(:departments::uuid[]) group by department_id
                        """)
                .param("departments", column(departments))
                .query((row, n) ->
                        Map.entry(
                                uuid(row, "department_id"),
                                new Depth(row.getInt("waiting"), instant(row, "oldest"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those who stand first in each line, in order. */
    List<Place> first(Collection<UUID> departments, int most) {
        return jdbc.sql(
                        """
                        select first.*, coalesce(u.priority, 'normal') as priority
                        from unnest(:departments::uuid[]) as d (id) cross join lateral (
                            select conversation_id, department_id as whose, came_at as since, standing_at from routing.waiting w
                            where w.department_id = d.id order by standing_at, conversation_id limit :most) as first
                            left join routing.urgency u on u.conversation_id = first.conversation_id
                        order by standing_at, first.conversation_id
                        """)
                .param("departments", column(departments))
                .param("most", most)
                .query(BoardStore::place)
                .list();
    }

    /** What each agent has had longest, in order. */
    List<Place> held(Collection<UUID> agents, int most) {
        return jdbc.sql(
                        """
                        select first.*, coalesce(u.priority, 'normal') as priority
                        from unnest(:agents::uuid[]) as a (id) cross join lateral (
                            select conversation_id, agent_id as whose, since from routing.held h
                            where h.agent_id = a.id order by since, conversation_id limit :most) as first
                            left join routing.urgency u on u.conversation_id = first.conversation_id
                        order by since, first.conversation_id
                        """)
                .param("agents", column(agents))
                .param("most", most)
                .query(BoardStore::place)
                .list();
    }

    /** How many conversations each of them holds. */
    Map<UUID, Integer> counts(Collection<UUID> agents) {
        return jdbc
                .sql(
                        """
                        select agent_id, count(*)::int as held from routing.held
                        where agent_id = any(:agents::uuid[]) group by agent_id
                        """)
                .param("agents", column(agents))
                .query((row, n) -> Map.entry(uuid(row, "agent_id"), row.getInt("held")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(
                uuid(row, "conversation_id"),
                uuid(row, "whose"),
                Priority.of(row.getString("priority")),
                instant(row, "since"));
    }
}
