package io.moked.routing.entrance;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;
import static java.util.stream.Collectors.toMap;

import io.moked.access.SignedIn;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Invalid;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the conversations of numbers begin. */
@Component
public class Entrances {

    private final JdbcClient jdbc;
    private final Journal journal;

    Entrances(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    private static final String LINES =
            """
            select c.id as channel, d.id as department
            from unnest(:channels::uuid[]) as c (id)
                left join routing.entrance e on e.channel_id = c.id
                join routing.department d
                    on case when e.department_id is null then d.is_standard else d.id = e.department_id end
            """;

    private static final String KEPT_LINES = LINES + "for key share of d";

    /** In whose lines new conversations of these numbers wait. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> lines(Collection<UUID> channels) {
        return lines(jdbc.sql(LINES), channels);
    }

    /**
     * The same for those that begin now: the departments stay until this transaction is over, so
     * that whoever gives one up finds what began in it meanwhile.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, UUID> keepLines(Collection<UUID> channels) {
        var lines = lines(jdbc.sql(KEPT_LINES), channels);
        // One that was given up while this waited for it is missing; its numbers lead elsewhere
        // now.
        return lines.keySet().containsAll(channels) ? lines : lines(jdbc.sql(KEPT_LINES), channels);
    }

    private Map<UUID, UUID> lines(StatementSpec sql, Collection<UUID> channels) {
        if (channels.isEmpty()) {
            return Map.of();
        }
        return sql
                .param("channels", column(Set.copyOf(channels)))
                .query((row, n) -> Map.entry(uuid(row, "channel"), uuid(row, "department")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where those of a number wait, if not where most do. */
    @Transactional(readOnly = true)
    public Optional<UUID> of(UUID channel) {
        return jdbc.sql("select department_id from routing.entrance where channel_id = :channel")
                .param("channel", channel)
                .query(UUID.class)
                .optional();
    }

    /**
     * Where new conversations of a number wait from now on.
     *
     * @param department null for the standard one
     */
    @Transactional
    public void set(UUID channel, @Nullable UUID department, SignedIn by) {
        if (department != null && !isKept(department)) {
            throw new Invalid("departmentId", "unknown");
        }
        jdbc.sql(
                        """
                        merge into routing.entrance e
                        using (select :channel::uuid as channel, :department::uuid as department) as w
                            on e.channel_id = w.channel
                        when matched and w.department is null then delete
                        when matched then update set department_id = w.department
                        when not matched and w.department is not null then
                            insert (tenant_id, channel_id, department_id) values (:tenant, w.channel, w.department)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("channel", channel)
                .param("department", department)
                .update();
        journal.append(Fact.of("routing.entrance-changed", channel).by(by.user().value()));
    }

    /** Whether there is such a one, which stays until this transaction is over. */
    private boolean isKept(UUID department) {
        return jdbc.sql("select id from routing.department where id = :id for key share")
                .param("id", department)
                .query(UUID.class)
                .optional()
                .isPresent();
    }
}
