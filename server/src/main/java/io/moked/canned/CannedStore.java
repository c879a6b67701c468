package io.moked.canned;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.access.UserId;
import io.moked.canned.CannedReply.Place;
import io.moked.canned.CannedReply.Text;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CannedStore {

    private final JdbcClient jdbc;

    CannedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Theirs and everybody's, without their texts: what they take most comes first. */
    List<CannedReply> allFor(UserId user) {
        return jdbc.sql(
                        """
                        select r.*, coalesce(u.uses, 0) as uses from canned.reply r
                            left join (
                                select reply_id, sum(uses) as uses, coalesce(sum(uses) filter (where user_id = :user), 0) as own
                                from canned.use group by reply_id
                            ) u on u.reply_id = r.id
                        where owner_id is null or owner_id = :user
                        order by coalesce(u.own, 0) desc, coalesce(u.uses, 0) desc, lower(name), id
                        """)
                .param("user", user.value())
                .query(CannedStore::reply)
                .list();
    }

    Map<UUID, List<Text>> texts(Collection<UUID> replies) {
        var texts = new HashMap<UUID, List<Text>>();
        jdbc.sql(
                        """
                        select reply_id, language, body from canned.text where reply_id = any(:replies::uuid[])
                        order by language
                        """)
                .param("replies", column(replies))
                .query(row -> {
                    texts.computeIfAbsent(uuid(row, "reply_id"), it -> new ArrayList<>())
                            .add(new Text(row.getString("language"), row.getString("body")));
                });
        return texts;
    }

    Optional<Place> lock(UUID reply) {
        return jdbc.sql(
                        "select owner_id, department_id from canned.reply where id = :id for update")
                .param("id", reply)
                .query((row, n) -> place(row))
                .optional();
    }

    Optional<Place> placeOf(UUID reply) {
        return jdbc.sql("select owner_id, department_id from canned.reply where id = :id")
                .param("id", reply)
                .query((row, n) -> place(row))
                .optional();
    }

    List<Place> placesOfFile(UUID media) {
        return jdbc.sql("select owner_id, department_id from canned.reply where media_id = :media")
                .param("media", media)
                .query((row, n) -> place(row))
                .list();
    }

    /** Of one owner; without one, of all that are nobody's own. */
    int count(@Nullable UUID owner) {
        return jdbc.sql(
                        "select count(*) from canned.reply where owner_id is not distinct from :owner::uuid")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    void put(CannedReply reply) {
        jdbc.sql(
                        """
                        insert into canned.reply (tenant_id, id, owner_id, department_id, name, media_id)
                        values (:tenant, :id, :owner, :department, :name, :media)
                        on conflict (tenant_id, id) do update set owner_id = excluded.owner_id,
                            department_id = excluded.department_id, name = excluded.name, media_id = excluded.media_id
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", reply.id())
                .param("owner", reply.place().owner())
                .param("department", reply.place().department())
                .param("name", reply.name())
                .param("media", reply.media())
                .update();
        jdbc.sql("delete from canned.text where reply_id = :id").param("id", reply.id()).update();
        jdbc.sql(
                        """
                        insert into canned.text (tenant_id, reply_id, language, body)
                        select :tenant, :id, language, body
                        from unnest(:languages::text[], :bodies::text[]) as t (language, body)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", reply.id())
                .param("languages", column(reply.texts(), Text::language))
                .param("bodies", column(reply.texts(), Text::body))
                .update();
    }

    void remove(UUID reply) {
        jdbc.sql("delete from canned.reply where id = :id").param("id", reply).update();
    }

    void count(UUID reply, UserId by) {
        jdbc.sql(
                        """
                        insert into canned.use as u (tenant_id, reply_id, user_id, uses) values (:tenant, :reply, :user, 1)
                        on conflict (tenant_id, reply_id, user_id) do update set uses = u.uses + 1
                        """)
                .param("tenant", TenantScope.current().value())
                .param("reply", reply)
                .param("user", by.value())
                .update();
    }

    /**
     * Those of a department are the whole business's from now on; a name that is taken there gets a
     * number.
     */
    void leaveToBusiness(UUID department) {
        jdbc.sql(
                        """
                        update canned.reply r set department_id = null,
                            name = case when exists (
                                select from canned.reply o where o.owner_id is null and o.department_id is null and lower(o.name) = lower(r.name)
                            ) then (
                                select r.name || '-' || n from generate_series(2, 1000) n
                                where not exists (
                                    select from canned.reply o
                                    where o.owner_id is null and (o.department_id is null or o.department_id = :department)
                                        and lower(o.name) = lower(r.name || '-' || n)
                                ) order by n limit 1
                            ) else r.name end
                        where department_id = :department
                        """)
                .param("department", department)
                .update();
    }

    private static CannedReply reply(ResultSet row, int n) throws SQLException {
        return new CannedReply(
                uuid(row, "id"),
                place(row),
                row.getString("name"),
                List.of(),
                uuidOrNull(row, "media_id"),
                row.getLong("uses"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(uuidOrNull(row, "owner_id"), uuidOrNull(row, "department_id"));
    }
}
