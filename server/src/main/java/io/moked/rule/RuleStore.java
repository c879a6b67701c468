package io.moked.rule;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static java.util.stream.Collectors.toMap;

import io.moked.rule.engine.Action;
import io.moked.rule.engine.Condition;
import io.moked.rule.engine.Terms;
import io.moked.rule.engine.Trigger;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RuleStore {

    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};
    private static final TypeReference<List<Action>> ACTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Rule> all() {
        return jdbc.sql("select * from rule.rule order by place, id").query(this::rule).list();
    }

    /** In their order, those that are asked when something happens. */
    List<Rule> of(Occasion occasion) {
        return jdbc.sql(
                        """
                        select * from rule.rule
                        where is_enabled and trigger = :trigger and minutes is not distinct from :minutes::int
                        order by place, id
                        """)
                .param("trigger", occasion.trigger().word())
                .param("minutes", occasion.minutes())
                .query(this::rule)
                .list();
    }

    Optional<Rule> lock(UUID id) {
        return jdbc.sql("select * from rule.rule where id = :id for update")
                .param("id", id)
                .query(this::rule)
                .optional();
    }

    Map<UUID, String> names(Collection<UUID> rules) {
        return jdbc
                .sql("select id, name from rule.rule where id = any(:ids::uuid[])")
                .param("ids", column(rules))
                .query((row, n) -> Map.entry(uuid(row, "id"), row.getString("name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Behind all others. */
    void add(Rule rule) {
        written(
                        rule,
                        jdbc.sql(
                                """
                                insert into rule.rule (tenant_id, id, name, place, trigger, minutes, is_enabled, conditions,
                                    actions, version)
                                select :tenant, :id, :name, (select coalesce(max(place), 0) + 1 from rule.rule), :trigger,
                                    :minutes, :enabled, :conditions::jsonb, :actions::jsonb, 1
                                """))
                .param("tenant", TenantScope.current().value())
                .update();
    }

    void change(Rule rule) {
        written(
                        rule,
                        jdbc.sql(
                                """
                                update rule.rule
                                set name = :name, trigger = :trigger, minutes = :minutes, is_enabled = :enabled,
                                    conditions = :conditions::jsonb, actions = :actions::jsonb, version = version + 1
                                where id = :id
                                """))
                .update();
    }

    private StatementSpec written(Rule rule, StatementSpec statement) {
        return statement
                .param("id", rule.id())
                .param("name", rule.name())
                .param("trigger", rule.terms().trigger().word())
                .param("minutes", rule.terms().minutes())
                .param("enabled", rule.isEnabled())
                .param("conditions", json.writeValueAsString(rule.terms().conditions()))
                .param("actions", json.writeValueAsString(rule.terms().actions()));
    }

    boolean remove(UUID id) {
        return jdbc.sql("delete from rule.rule where id = :id").param("id", id).update() > 0;
    }

    void order(List<UUID> ids) {
        jdbc.sql(
                        """
                        update rule.rule r set place = o.place
                        from unnest(:ids::uuid[]) with ordinality as o (id, place) where r.id = o.id
                        """)
                .param("ids", column(ids))
                .update();
    }

    /** The last of all that is written while a rule acts, so that nobody waits in a circle. */
    void acted(UUID id, Instant at) {
        jdbc.sql("update rule.rule set acted = acted + 1, acted_at = :at where id = :id")
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    private Rule rule(ResultSet row, int n) throws SQLException {
        var minutes = row.getObject("minutes", Integer.class);
        return new Rule(
                uuid(row, "id"),
                row.getString("name"),
                row.getBoolean("is_enabled"),
                new Terms(
                        Trigger.of(row.getString("trigger")),
                        minutes,
                        json.readValue(row.getString("conditions"), CONDITIONS),
                        json.readValue(row.getString("actions"), ACTIONS)),
                row.getInt("version"),
                row.getLong("acted"),
                instantOrNull(row, "acted_at"));
    }
}
