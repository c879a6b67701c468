package io.moked.routing;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.UserId;
import io.moked.routing.Departments.Asking;
import io.moked.routing.Departments.Department;
import io.moked.routing.Departments.Mode;
import io.moked.routing.engine.Choice;
import io.moked.routing.engine.Keeping;
import io.moked.routing.engine.Overflow;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DepartmentStore {

    private final JdbcClient jdbc;

    DepartmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A department whose line comes to agents who do not ask for it: its members, or those of
     * others that it overflows to.
     *
     * @param members whom it gives or offers what waits; nobody where they take it
     */
    record Pushing(Department department, Set<UUID> members) {

        UUID id() {
            return department.id();
        }
    }

    private static Department department(ResultSet row, int n) throws SQLException {
        return new Department(
                uuid(row, "id"),
                row.getString("name"),
                Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                choice(row),
                relaxing(row),
                new Asking(time(row, "offer_seconds"), row.getInt("offer_misses")),
                new Keeping(time(row, "keep_within_seconds"), time(row, "keep_wait_seconds")),
                new Overflow(
                        time(row, "overflow_seconds"),
                        List.of((UUID[]) row.getArray("overflow_to").getArray())));
    }

    private static @Nullable Duration relaxing(ResultSet row) throws SQLException {
        int seconds = row.getInt("relax_seconds");
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }

    private static Duration time(ResultSet row, String seconds) throws SQLException {
        return Duration.ofSeconds(row.getInt(seconds));
    }

    static Choice choice(ResultSet row) throws SQLException {
        return Choice.valueOf(row.getString("choice").toUpperCase(Locale.ROOT));
    }

    void add(Department department, boolean isStandard) {
        jdbc.sql(
                        """
                        insert into routing.department (tenant_id, id, name, is_standard)
                        values (:tenant, :id, :name, :standard)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", department.id())
                .param("name", department.name())
                .param("standard", isStandard)
                .update();
    }

    List<Department> all() {
        return jdbc.sql(
                        """
                        select *, array(select to_id from routing.overflow o where o.department_id = d.id order by place) as overflow_to
                        from routing.department d order by name, id
                        """)
                .query(DepartmentStore::department)
                .list();
    }

    List<Department> of(Collection<UUID> departments) {
        return jdbc.sql(
                        """
                        select *, array(select to_id from routing.overflow o where o.department_id = d.id order by place) as overflow_to
                        from routing.department d where id = any(:ids::uuid[])
                        """)
                .param("ids", column(departments))
                .query(DepartmentStore::department)
                .list();
    }

    /** Whether there is such a one, which stays until this transaction is over. */
    boolean keep(UUID department) {
        return jdbc.sql("select id from routing.department where id = :id for key share")
                .param("id", department)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    Optional<UUID> standard() {
        return jdbc.sql("select id from routing.department where is_standard")
                .query(UUID.class)
                .optional();
    }

    void change(Department department) {
        jdbc.sql(
                        """
                        with gone as (
                            delete from routing.overflow where department_id = :id and to_id <> all(:to::uuid[])
                        ), others as (
                            insert into routing.overflow (tenant_id, department_id, to_id, place)
                            select :tenant, :id, to_id, place from unnest(:to::uuid[]) with ordinality as o (to_id, place)
                            on conflict (tenant_id, department_id, to_id) do update set place = excluded.place
                        )
                        update routing.department set name = :name, mode = :mode, choice = :choice, relax_seconds = :relax,
                            offer_seconds = :asking, offer_misses = :misses, keep_within_seconds = :within, keep_wait_seconds = :wait,
                            overflow_seconds = :after
                        where id = :id
                        """)
                .param("tenant", TenantScope.current().value())
                .param("to", column(department.overflow().to()))
                .param("asking", department.asking().time().toSeconds())
                .param("misses", department.asking().misses())
                .param("within", department.keeping().within().toSeconds())
                .param("wait", department.keeping().longest().toSeconds())
                .param("after", department.overflow().after().toSeconds())
                .param("name", department.name())
                .param("mode", department.mode().word())
                .param("choice", department.choice().word())
                .param("relax", seconds(department.relaxing()))
                .param("id", department.id())
                .update();
    }

    private static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.toSeconds();
    }

    Set<UUID> members(UUID department) {
        return Set.copyOf(
                jdbc.sql("select agent_id from routing.member where department_id = :department")
                        .param("department", department)
                        .query(UUID.class)
                        .list());
    }

    void setMembers(UUID department, Collection<UUID> agents) {
        jdbc.sql(
                        """
                        with gone as (
                            delete from routing.member
                            where department_id = :department and agent_id <> all(:agents::uuid[])
                        )
                        insert into routing.member (tenant_id, department_id, agent_id)
                        select :tenant, :department, agent from unnest(:agents::uuid[]) as a (agent) on conflict do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("department", department)
                .param("agents", column(agents))
                .update();
    }

    void leave(UUID department, UUID agent) {
        jdbc.sql(
                        "delete from routing.member where department_id = :department and agent_id = :agent")
                .param("department", department)
                .param("agent", agent)
                .update();
    }

    void leaveAllBut(UserId agent, Collection<UUID> departments) {
        jdbc.sql(
                        """
                        delete from routing.member
                        where agent_id = :agent and department_id <> all(:departments::uuid[])
                        """)
                .param("agent", agent.value())
                .param("departments", column(departments))
                .update();
    }

    Optional<Boolean> lockAndTellWhetherStandard(UUID department) {
        return jdbc.sql("select is_standard from routing.department where id = :id for update")
                .param("id", department)
                .query(Boolean.class)
                .optional();
    }

    boolean isNameTaken(String name, UUID by) {
        return jdbc.sql(
                        "select exists (select from routing.department where lower(name) = lower(:name) and id <> :id)")
                .param("name", name)
                .param("id", by)
                .query(Boolean.class)
                .single();
    }

    void remove(UUID department, UUID heir) {
        jdbc.sql(
                        """
                        with members as (delete from routing.member where department_id = :id), entrances as (update routing.entrance set department_id = :heir where department_id = :id)
                        delete from routing.department where id = :id
                        """)
                .param("heir", heir)
                .param("id", department)
                .update();
    }

    List<Pushing> pushing() {
        return jdbc.sql(
                        """
                        select d.*, array(select to_id from routing.overflow o where o.department_id = d.id order by place) as overflow_to,
                            array(select agent_id from routing.member m where m.department_id = d.id and d.mode <> 'pull') as members
                        from routing.department d
                        where mode <> 'pull' or exists (select from routing.overflow o where o.department_id = d.id)
                        """)
                .query((row, n) ->
                        new Pushing(
                                department(row, n),
                                Set.of((UUID[]) row.getArray("members").getArray())))
                .list();
    }

    /** Nobody changes where departments overflow to until this transaction is over. */
    void lockAll() {
        jdbc.sql("select id from routing.department order by id for update")
                .query(UUID.class)
                .list();
    }
}
