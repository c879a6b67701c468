package io.moked.routing;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.routing.engine.Considered;
import io.moked.routing.engine.Decision;
import io.moked.routing.engine.Obstacle;
import io.moked.routing.offer.Offers.Answer;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DecisionStore {

    private static final TypeReference<List<Considered>> CONSIDERED = new TypeReference<>() {};
    private static final TypeReference<Map<Obstacle, Integer>> OUT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;

    DecisionStore(JdbcClient jdbc, JsonMapper json, Ids ids) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
    }

    /**
     * Keeps decisions.
     *
     * @param asking the departments whose agents are asked first
     * @return the id of each, by its conversation
     */
    Map<UUID, UUID> keep(List<Decision> decisions, Set<UUID> asking, Instant now) {
        var kept = new HashMap<UUID, UUID>();
        if (decisions.isEmpty()) {
            return kept;
        }
        decisions.forEach(it -> kept.put(it.conversation(), ids.next()));
        jdbc.sql(
                        """
                        insert into routing.decision (tenant_id, id, conversation_id, agent_id, department_id, waiting_since,
                            at, units, choice, considered, obstacles, passed, kept, answer)
                        select :tenant, d.id, w.conversation_id, agent_id, d.department_id, w.since, :now, d.units, choice,
                            considered::jsonb, obstacles::jsonb, passed, kept, answer
                        from unnest(:ids::uuid[], :conversations::uuid[], :agents::uuid[], :departments::uuid[], :units::int[], :choices::text[],
                                :considered::text[], :obstacles::text[], :passed::int[], :kept::boolean[], :answers::text[])
                            as d (id, conversation_id, agent_id, department_id, units, choice, considered, obstacles, passed, kept, answer)
                            join routing.waiting w on w.conversation_id = d.conversation_id
                        """)
                .param("tenant", TenantScope.current().value())
                .param("now", time(now))
                .param("ids", column(decisions, it -> kept.get(it.conversation())))
                .param("conversations", column(decisions, Decision::conversation))
                .param("agents", column(decisions, Decision::agent))
                .param("departments", column(decisions, Decision::line))
                .param("units", column(decisions, Decision::units))
                .param("choices", column(decisions, it -> it.choice().word()))
                .param(
                        "considered",
                        column(decisions, it -> json.writeValueAsString(it.considered())))
                .param("obstacles", column(decisions, it -> json.writeValueAsString(it.out())))
                .param("passed", column(decisions, Decision::passed))
                .param("kept", column(decisions, Decision::isKept))
                .param(
                        "answers",
                        column(
                                decisions,
                                it -> asking.contains(it.line()) ? Answer.OPEN.word() : null))
                .update();
        return kept;
    }

    /** The newest first. */
    List<Explanations.Kept> about(UUID conversation) {
        return jdbc.sql(
                        """
                        select * from routing.decision where conversation_id = :conversation
                        order by at desc, id desc limit :most
                        """)
                .param("conversation", conversation)
                .param("most", Limit.PAGE_ROWS.value())
                .query(this::kept)
                .list();
    }

    private Explanations.Kept kept(ResultSet row, int n) throws SQLException {
        var answer = row.getString("answer");
        return new Explanations.Kept(
                uuid(row, "id"),
                instant(row, "at"),
                instant(row, "waiting_since"),
                answer == null ? null : Answer.of(answer),
                new Decision(
                        uuid(row, "conversation_id"),
                        uuid(row, "agent_id"),
                        uuid(row, "department_id"),
                        row.getInt("units"),
                        DepartmentStore.choice(row),
                        json.readValue(row.getString("considered"), CONSIDERED),
                        json.readValue(row.getString("obstacles"), OUT),
                        row.getInt("passed"),
                        row.getBoolean("kept")));
    }
}
