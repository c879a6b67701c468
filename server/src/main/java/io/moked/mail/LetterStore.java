package io.moked.mail;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Letters as rows: sealed while they wait, and empty once they are over. */
@Repository
class LetterStore {

    /** Longer than a mail server is waited for; past it another server may try. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /**
     * Nothing is put off for longer; what lies further ahead was written by a clock that has been
     * set back since, and is due. What nobody has tried yet is due whatever the clock says.
     */
    private static final Duration LONGEST_AHEAD = Postman.LONGEST_PAUSE.plus(LEASE);

    private final JdbcClient jdbc;
    private final JdbcClient worker;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    LetterStore(JdbcClient jdbc, WorkerDatabase worker, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** A letter that this server now takes to the mail server. */
    record Claimed(TenantId tenant, UUID id, byte[] sealed, int attempts, Instant usefulUntil) {}

    void add(UUID id, Letter letter) {
        jdbc.sql(
                        """
                        insert into mail.letter (tenant_id, id, kind, sealed, state, due_at, useful_until)
                        values (:tenant, :id, :kind, :sealed, 'waiting', :now, :until)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", id)
                .param("kind", letter.kind())
                .param("sealed", vault.seal(json.writeValueAsString(letter), place(id)))
                .param("now", time(clock.instant()))
                .param("until", time(letter.usefulUntil()))
                .update();
    }

    /** In the scope of the letter's tenant. */
    Letter open(Claimed claimed) {
        return json.readValue(vault.unseal(claimed.sealed(), place(claimed.id())), Letter.class);
    }

    private static String place(UUID id) {
        return "letter/" + id;
    }

    void withdraw(UUID id) {
        jdbc.sql("delete from mail.letter where id = :id and state = 'waiting'")
                .param("id", id)
                .update();
    }

    Map<UUID, Letters.State> states(Collection<UUID> ids) {
        var states = new HashMap<UUID, Letters.State>();
        jdbc.sql("select id, state from mail.letter where id = any(:ids::uuid[])")
                .param("ids", column(ids))
                .query((row, n) -> Map.entry(uuid(row, "id"), state(row.getString("state"))))
                .list()
                .forEach(it -> states.put(it.getKey(), it.getValue()));
        return states;
    }

    private static Letters.State state(String word) {
        return Letters.State.valueOf(word.toUpperCase(Locale.ROOT));
    }

    int waiting() {
        return worker.sql("select count(*) from mail.letter where state = 'waiting'")
                .query(Integer.class)
                .single();
    }

    Optional<Claimed> claim() {
        var now = clock.instant();
        return worker.sql(
                        """
                        update mail.letter l set due_at = :now + :lease::interval, attempts = l.attempts + 1
                        from (select tenant_id, id from mail.letter where state = 'waiting'
                                  and (attempts = 0 or due_at <= :now or due_at > :ahead)
                              order by due_at limit 1 for update skip locked) as due
                        where l.tenant_id = due.tenant_id and l.id = due.id
                        returning l.*
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .param("lease", LEASE.toString())
                .query((row, n) ->
                        new Claimed(
                                new TenantId(uuid(row, "tenant_id")),
                                uuid(row, "id"),
                                row.getBytes("sealed"),
                                row.getInt("attempts"),
                                instant(row, "useful_until")))
                .optional();
    }

    /** The letter is over, well or not, and nobody needs what stood in it. */
    void end(Claimed claimed, Letters.State state) {
        worker.sql(
                        """
                        update mail.letter set state = :state, sealed = null, due_at = :now
                        where tenant_id = :tenant and id = :id
                        """)
                .param("state", state.word())
                .param("now", time(clock.instant()))
                .param("tenant", claimed.tenant().value())
                .param("id", claimed.id())
                .update();
    }

    void again(Claimed claimed, Duration pause) {
        worker.sql("update mail.letter set due_at = :due where tenant_id = :tenant and id = :id")
                .param("due", time(clock.instant().plus(pause)))
                .param("tenant", claimed.tenant().value())
                .param("id", claimed.id())
                .update();
    }
}
