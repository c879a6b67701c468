package io.moked.invitation;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.UserId;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkStore {

    private static final RowMapper<Link> LINK =
            (row, n) ->
                    new Link(
                            new TenantId(uuid(row, "tenant_id")),
                            uuid(row, "id"),
                            new UserId(uuid(row, "user_id")),
                            Link.Kind.of(row.getString("kind")),
                            row.getString("email"),
                            uuid(row, "letter_id"),
                            instant(row, "made_at"),
                            instant(row, "expires_at"));

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    LinkStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    void add(Link link, byte[] digest) {
        jdbc.sql(
                        """
                        insert into invitation.link
                            (tenant_id, id, user_id, kind, email, digest, letter_id, made_at, expires_at)
                        values (:tenant, :id, :user, :kind, :email, :digest, :letter, :made, :expires)
                        """)
                .param("tenant", link.tenant().value())
                .param("id", link.id())
                .param("user", link.user().value())
                .param("kind", link.kind().word())
                .param("email", link.email())
                .param("digest", digest)
                .param("letter", link.letter())
                .param("made", time(link.madeAt()))
                .param("expires", time(link.expiresAt()))
                .update();
    }

    /** Takes a user's links of a kind away, and says which they were; each goes once. */
    List<Link> take(UserId user, Link.Kind kind) {
        return jdbc.sql(
                        """
                        delete from invitation.link where user_id = :user and kind = :kind returning *
                        """)
                .param("user", user.value())
                .param("kind", kind.word())
                .query(LINK)
                .list();
    }

    List<Link> all(Link.Kind kind) {
        return jdbc.sql(
                        """
                        select * from invitation.link where kind = :kind order by made_at desc, id desc
                        """)
                .param("kind", kind.word())
                .query(LINK)
                .list();
    }

    Optional<Link> find(byte[] digest, Instant now) {
        return worker.sql(
                        """
                        select * from invitation.link where digest = :digest and expires_at > :now
                            and tenancy.is_active(tenant_id)
                        """)
                .param("digest", digest)
                .param("now", time(now))
                .query(LINK)
                .optional();
    }
}
