package io.moked.target;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.conversation.Conversation.Promise.Kind;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgreementStore {

    /** Before all ids. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    AgreementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(int edition, int warnPercent, @Nullable Pledge pledge) {}

    Optional<Agreement> find() {
        var rows =
                jdbc.sql(
                                """
                                select a.edition, a.warn_percent, p.department_id, p.priority, p.kind, p.minutes
                                from target.agreement a left join target.pledge p on p.tenant_id = a.tenant_id
                                """)
                        .query(AgreementStore::row)
                        .list();
        return rows.stream()
                .findFirst()
                .map(it ->
                        new Agreement(
                                it.edition(),
                                it.warnPercent(),
                                rows.stream().map(Row::pledge).filter(Objects::nonNull).toList()));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var department = uuidOrNull(row, "department_id");
        return new Row(
                row.getInt("edition"),
                row.getInt("warn_percent"),
                department == null
                        ? null
                        : new Pledge(
                                department,
                                Urgency.of(row.getString("priority")),
                                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getInt("minutes")));
    }

    /** One edition further; the first takes up what is open already. */
    void renew(int usualPercent) {
        jdbc.sql(
                        """
                        insert into target.agreement (tenant_id, edition, warn_percent, taken_up_to)
                        values (:tenant, 1, :percent, :nobody)
                        on conflict (tenant_id) do update set edition = target.agreement.edition + 1
                        """)
                .param("tenant", TenantScope.current().value())
                .param("percent", usualPercent)
                .param("nobody", NOBODY)
                .update();
    }

    /** One edition further, where anything is promised. */
    boolean renewIfAny() {
        return jdbc.sql("update target.agreement set edition = edition + 1").update() > 0;
    }

    void warnAfter(int percent) {
        jdbc.sql("update target.agreement set warn_percent = :percent")
                .param("percent", percent)
                .update();
    }

    void replace(UUID department, List<Pledge> pledges) {
        remove(department);
        jdbc.sql(
                        """
                        insert into target.pledge (tenant_id, department_id, priority, kind, minutes)
                        select :tenant, :department, priority, kind, minutes
                        from unnest(:priorities::text[], :kinds::text[], :minutes::int[]) as p (priority, kind, minutes)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("department", department)
                .param("priorities", column(pledges, it -> it.urgency().word()))
                .param("kinds", column(pledges, it -> it.kind().word()))
                .param("minutes", column(pledges, Pledge::minutes))
                .update();
    }

    void remove(UUID department) {
        jdbc.sql("delete from target.pledge where department_id = :department")
                .param("department", department)
                .update();
    }

    /**
     * Up to where they are taken up; empty once all are, and as long as somebody may still open one
     * who did not know of the agreement. Nobody else takes any meanwhile.
     */
    Optional<UUID> lockTakenUp() {
        return jdbc.sql(
                        """
                        update target.agreement
                        set taken_up_behind = case when taken_up_behind is null then pg_snapshot_xmax(pg_current_snapshot())
                            else taken_up_behind end
                        where taken_up_to is not null
                        returning case when pg_snapshot_xmin(pg_current_snapshot()) >= taken_up_behind
                            then taken_up_to end as taken_up_to
                        """)
                .query((row, n) -> Optional.ofNullable(uuidOrNull(row, "taken_up_to")))
                .optional()
                .flatMap(it -> it);
    }

    void takenUpTo(@Nullable UUID last) {
        jdbc.sql("update target.agreement set taken_up_to = :last::uuid")
                .param("last", last)
                .update();
    }
}
