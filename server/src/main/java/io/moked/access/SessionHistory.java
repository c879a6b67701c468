package io.moked.access;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.Session.Place;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions that have ended, for as long as anybody may still ask from where they came. */
@Component
public class SessionHistory {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    SessionHistory(JdbcClient jdbc, Journal journal, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes that somebody tried to open one for a user of the tenant in scope, and from where. */
    @Transactional
    public void noteFailure(UserId user, Session.Origin from) {
        var id = ids.next();
        jdbc.sql(
                        """
                        insert into access.failed_sign_in (tenant_id, id, user_id, browser, system, address, at)
                        values (:tenant, :id, :user, :browser, :system, :address::inet, :now)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", id)
                .param("user", user.value())
                .param("browser", from.browser())
                .param("system", from.system())
                .param("address", from.address().getHostAddress())
                .param("now", time(clock.instant()))
                .update();
        journal.append(Fact.of("access.sign-in-failed", user.value()).with(Sessions.SESSION, id));
    }

    /** From where sessions came, or tries to open one; of what is forgotten, nothing. */
    @Transactional(readOnly = true)
    public Map<UUID, Place> places(Collection<UUID> sessions) {
        return jdbc
                .sql(
                        """
                        select id, browser, system, abbrev(address) as address from access.session
                        where id = any(:ids::uuid[])
                        union all
                        select id, browser, system, abbrev(address) as address from access.failed_sign_in
                        where id = any(:ids::uuid[])
                        """)
                .param("ids", column(sessions))
                .query((row, n) ->
                        Map.entry(
                                uuid(row, "id"),
                                new Place(
                                        row.getString("browser"),
                                        row.getString("system"),
                                        row.getString("address"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
