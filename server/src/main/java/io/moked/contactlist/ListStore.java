package io.moked.contactlist;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Page;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ListStore {

    private final JdbcClient jdbc;
    private final JdbcClient worker;
    private final JsonMapper json;

    ListStore(JdbcClient jdbc, WorkerDatabase worker, JsonMapper json) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
        this.json = json;
    }

    /** A list that is to be gone on with. */
    record Running(TenantId tenant, UUID list) {}

    void add(ContactList list) {
        jdbc.sql(
                        """
                        insert into contactlist.list (tenant_id, id, file_name, encoding, separator, row_count, columns,
                            plan, state, by_id, read_at)
                        values (:tenant, :id, :name, :encoding, :separator, :rows, :columns, :plan::jsonb, :state, :by,
                            :at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", list.id())
                .param("name", list.fileName())
                .param("encoding", list.encoding())
                .param("separator", list.separator())
                .param("rows", list.rows())
                .param("columns", list.columns())
                .param("plan", json.writeValueAsString(list.plan()))
                .param("state", list.state().word())
                .param("by", list.by())
                .param("at", time(list.readAt()))
                .update();
    }

    List<ContactList> page(Page page) {
        return jdbc.sql(
                        """
                        select * from contactlist.list where (read_at, id) < (:at, :id)
                        order by read_at desc, id desc limit :limit
                        """)
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("limit", page.rowsToRead())
                .query(this::list)
                .list();
    }

    Optional<ContactList> find(UUID id) {
        return jdbc.sql("select * from contactlist.list where id = :id")
                .param("id", id)
                .query(this::list)
                .optional();
    }

    /** Until the end of the transaction nobody else changes it, or goes on with it. */
    Optional<ContactList> lock(UUID id) {
        return jdbc.sql("select * from contactlist.list where id = :id for update")
                .param("id", id)
                .query(this::list)
                .optional();
    }

    /** The same, if it is running and nobody else goes on with it at the moment. */
    Optional<ContactList> take(UUID id) {
        return jdbc.sql(
                        """
                        select * from contactlist.list where id = :id and state = 'running' for update skip locked
                        """)
                .param("id", id)
                .query(this::list)
                .optional();
    }

    private ContactList list(ResultSet row, int n) throws SQLException {
        return new ContactList(
                uuid(row, "id"),
                row.getString("file_name"),
                row.getString("encoding"),
                row.getString("separator"),
                row.getInt("row_count"),
                row.getInt("columns"),
                json.readValue(row.getString("plan"), Plan.class),
                ContactList.State.of(row.getString("state")),
                uuid(row, "by_id"),
                instant(row, "read_at"),
                instantOrNull(row, "started_at"),
                uuidOrNull(row, "started_by"),
                instantOrNull(row, "ended_at"));
    }

    void checked(UUID id, Plan plan) {
        jdbc.sql(
                        """
                        update contactlist.list set state = 'checked', plan = :plan::jsonb where id = :id
                        """)
                .param("plan", json.writeValueAsString(plan))
                .param("id", id)
                .update();
    }

    void started(UUID id, UUID by, Instant at) {
        jdbc.sql(
                        """
                        update contactlist.list set state = 'running', started_by = :by, started_at = :at, turn_at = :at
                        where id = :id
                        """)
                .param("by", by)
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    /** The others have their turn. */
    void turned(UUID id, Instant at) {
        jdbc.sql("update contactlist.list set turn_at = :at where id = :id")
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    void ended(UUID id, ContactList.State state, Instant at) {
        jdbc.sql("update contactlist.list set state = :state, ended_at = :at where id = :id")
                .param("state", state.word())
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from contactlist.list where id = :id").param("id", id).update();
    }

    /** Of all tenants, those that have waited longest for their turn. */
    List<Running> running(int most) {
        return worker.sql(
                        """
                        select tenant_id, id from contactlist.list where state = 'running'
                        order by turn_at limit :most
                        """)
                .param("most", most)
                .query((row, n) ->
                        new Running(new TenantId(uuid(row, "tenant_id")), uuid(row, "id")))
                .list();
    }

    /** With their lines; those that run are not old. */
    int forget(Instant before, int most) {
        return worker.sql(
                        """
                        delete from contactlist.list l using (
                            select tenant_id, id from contactlist.list
                            where read_at < :before and state <> 'running' limit :most) as old
                        where l.tenant_id = old.tenant_id and l.id = old.id
                        """)
                .param("before", time(before))
                .param("most", most)
                .update();
    }
}
