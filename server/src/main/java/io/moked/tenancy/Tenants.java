package io.moked.tenancy;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The businesses on this platform. Works across all of them, so it uses the worker's door. */
@Component
public class Tenants {

    private static final RowMapper<Tenant> TENANT =
            (row, n) ->
                    new Tenant(
                            new TenantId(uuid(row, "id")),
                            row.getString("name"),
                            row.getString("language"),
                            Tenant.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                            Tenant.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            instant(row, "state_since"),
                            instant(row, "created_at"));

    private final WorkerDatabase worker;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Tenants(WorkerDatabase worker, Ids ids, Clock clock) {
        this.worker = worker;
        this.jdbc = worker.jdbc();
        this.ids = ids;
        this.clock = clock;
    }

    public Tenant create(String name, String language, Tenant.Kind kind) {
        var now = clock.instant();
        var id = new TenantId(ids.next());
        jdbc.sql(
                        """
                        insert into tenancy.tenant (id, name, language, kind, created_at, state_since)
                        values (:id, :name, :language, :kind, :now, :now)
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("language", language)
                .param("kind", kind.word())
                .param("now", time(now))
                .update();
        return new Tenant(id, name, language, kind, Tenant.State.ACTIVE, now, now);
    }

    /** A business and what it begins with; where that cannot be had, there is no business. */
    public <T> T found(String name, String language, Function<Tenant, T> furnishing) {
        return worker.transactions()
                .execute(tx -> furnishing.apply(create(name, language, Tenant.Kind.BUSINESS)));
    }

    public Optional<Tenant> find(TenantId id) {
        return jdbc.sql("select * from tenancy.tenant where id = :id")
                .param("id", id.value())
                .query(TENANT)
                .optional();
    }

    /** Refuses whoever wants to come in for a tenant that nobody may come in for. */
    public void mustBeOpen(TenantId id) {
        if (find(id).filter(it -> it.state() == Tenant.State.ACTIVE).isEmpty()) {
            throw new TenantClosed();
        }
    }

    /** Whoever hosts all others; there is one as soon as there is an operator. */
    public Optional<Tenant> platform() {
        return jdbc.sql("select * from tenancy.tenant where kind = 'platform'")
                .query(TENANT)
                .optional();
    }

    /** The platform, made now where there is none. */
    public Tenant platformOrNew(String language) {
        return platform()
                .orElseGet(() -> {
                    try {
                        return create("Moked", language, Tenant.Kind.PLATFORM);
                    } catch (DuplicateKeyException madeMeanwhile) {
                        return platform().orElseThrow();
                    }
                });
    }

    /** Businesses, the newest first. */
    public Slice<Tenant> businesses(Page page) {
        var rows =
                jdbc.sql(
                                """
                                select * from tenancy.tenant
                                where kind = 'business' and (created_at, id) < (:at, :id)
                                order by created_at desc, id desc limit :limit
                                """)
                        .param("at", time(page.after().at()))
                        .param("id", page.after().id())
                        .param("limit", page.rowsToRead())
                        .query(TENANT)
                        .list();
        return Slice.of(rows, page, it -> new Cursor(it.createdAt(), it.id().value()));
    }

    public int countBusinesses() {
        return jdbc.sql("select count(*) from tenancy.tenant where kind = 'business'")
                .query(Integer.class)
                .single();
    }

    /** Changes how a business's subscription stands; false where it stands so already. */
    public boolean turn(TenantId business, Tenant.State state) {
        return jdbc.sql(
                                """
                                update tenancy.tenant set state = :state, state_since = :now
                                where id = :id and kind = 'business' and state <> :state
                                """)
                        .param("state", state.word())
                        .param("now", time(clock.instant()))
                        .param("id", business.value())
                        .update()
                == 1;
    }
}
