package io.moked.routing.replay;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StepStore {

    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum What {
        WAITS,
        GIVEN,
        RESTS,
        ENDED
    }

    /**
     * What happened to a conversation.
     *
     * @param department in whose line it waits
     * @param agent to whom it was given
     */
    record Step(
            UUID conversation,
            What what,
            @Nullable UUID department,
            @Nullable UUID agent,
            Instant at) {}

    /** In the order in which they happened. */
    List<Step> between(Instant from, Instant to, int most) {
        return jdbc.sql(
                        """
                        select conversation_id, what, department_id, agent_id, at from routing.step
                        where at >= :from and at < :to order by at, seq limit :most
                        """)
                .param("from", time(from))
                .param("to", time(to))
                .param("most", most)
                .query((row, n) ->
                        new Step(
                                uuid(row, "conversation_id"),
                                What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                                uuidOrNull(row, "department_id"),
                                uuidOrNull(row, "agent_id"),
                                instant(row, "at")))
                .list();
    }

    /** Since when it is known what happened. */
    Optional<Instant> first() {
        return jdbc.sql("select at from routing.step order by at limit 1")
                .query((row, n) -> instant(row, "at"))
                .optional();
    }

    /** The departments of each agent. */
    Map<UUID, Set<UUID>> memberships() {
        var departments = new HashMap<UUID, Set<UUID>>();
        jdbc.sql("select agent_id, department_id from routing.member")
                .query((row, n) ->
                        departments
                                .computeIfAbsent(uuid(row, "agent_id"), it -> new HashSet<>())
                                .add(uuid(row, "department_id")))
                .list();
        return departments;
    }
}
