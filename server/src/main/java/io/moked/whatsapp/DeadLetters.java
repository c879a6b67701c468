package io.moked.whatsapp;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moked.database.WorkerDatabase;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deliveries that could not be worked through. An operator sees that they are, never what they say.
 */
@Component
public class DeadLetters {

    private final WorkerDatabase worker;
    private final JdbcClient jdbc;
    private final DeliveryStore deliveries;
    private final DeliveryBell bell;
    private final Ids ids;
    private final Clock clock;
    private final MeterRegistry meters;

    DeadLetters(
            WorkerDatabase worker,
            DeliveryStore deliveries,
            DeliveryBell bell,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        this.worker = worker;
        this.jdbc = worker.jdbc();
        this.deliveries = deliveries;
        this.bell = bell;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
        for (var why : SetAside.values()) {
            count(why, "kept", 0);
            count(why, "dropped", 0);
        }
    }

    private void count(SetAside why, String outcome, int items) {
        Counter.builder(why.counter)
                .description(why.description)
                .tag("outcome", outcome)
                .register(meters)
                .increment(items);
    }

    /** A dead letter as it is listed, without its content. */
    public record DeadLetter(
            UUID id, Instant receivedAt, Instant failedAt, String reason, int attempts, int size) {}

    void bury(DeliveryStore.Delivery delivery, String reason) {
        jdbc.sql(
                        """
                        insert into whatsapp.dead_letter (id, attempts, reason, received_at, failed_at, body, app_id)
                        values (:id, :attempts, :reason, :received, :now, :body, :app)
                        """)
                .param("id", ids.next())
                .param("attempts", delivery.attempts() + 1)
                .param("reason", reason)
                .param("received", time(delivery.receivedAt()))
                .param("now", time(clock.instant()))
                .param("body", delivery.body())
                .param("app", delivery.app())
                .update();
    }

    /**
     * Keeps what is for nobody here, until somebody is there for it. Of a flood only so much, since
     * nobody here has asked for it: the rest is counted.
     */
    void keep(List<DeliveryStore.Arrived> letters, SetAside why) {
        if (letters.isEmpty()) {
            return;
        }
        int kept =
                jdbc.sql(
                                """
                                insert into whatsapp.dead_letter (id, attempts, reason, received_at, failed_at, body, app_id)
                                select id, 1, :reason, received_at, :now, body, app_id
                                from unnest(:ids::uuid[], :times::timestamptz[], :bodies::bytea[], :apps::uuid[])
                                    with ordinality as l (id, received_at, body, app_id, n)
                                order by n limit greatest(0, :most
                                    - (select count(*) from whatsapp.dead_letter where reason = :reason))
                                """)
                        .param("now", time(clock.instant()))
                        .param("ids", column(letters, it -> ids.next()))
                        .param("times", column(letters, DeliveryStore.Arrived::receivedAt))
                        .param(
                                "bodies",
                                letters.stream()
                                        .map(DeliveryStore.Arrived::body)
                                        .toArray(byte[][]::new))
                        .param("apps", column(letters, DeliveryStore.Arrived::app))
                        .param("reason", why.reason)
                        .param("most", why.most)
                        .update();
        count(why, "kept", kept);
        count(why, "dropped", letters.size() - kept);
    }

    /** Those that failed last first. */
    public Slice<DeadLetter> list(Page page) {
        var rows =
                jdbc.sql(
                                """
                                select id, received_at, failed_at, reason, attempts, octet_length(body) as size
                                from whatsapp.dead_letter where (failed_at, id) < (:at, :id)
                                order by failed_at desc, id desc limit :limit
                                """)
                        .param("at", time(page.after().at()))
                        .param("id", page.after().id())
                        .param("limit", page.rowsToRead())
                        .query((row, n) ->
                                new DeadLetter(
                                        uuid(row, "id"),
                                        instant(row, "received_at"),
                                        instant(row, "failed_at"),
                                        row.getString("reason"),
                                        row.getInt("attempts"),
                                        row.getInt("size")))
                        .list();
        return Slice.of(rows, page, letter -> new Cursor(letter.failedAt(), letter.id()));
    }

    /**
     * Puts a dead letter back among the deliveries, as if it had just come.
     *
     * @param tell says what is done, given when the delivery came; where it fails, nothing is done
     */
    public void replay(UUID id, Consumer<Instant> tell) {
        worker.transactions()
                .executeWithoutResult(tx -> {
                    var letter = remove(id);
                    deliveries.add(List.of(letter));
                    tell.accept(letter.receivedAt());
                });
        bell.ring();
    }

    /** Throws one away for good, once that is told. */
    public void discard(UUID id, Consumer<Instant> tell) {
        worker.transactions().executeWithoutResult(tx -> tell.accept(remove(id).receivedAt()));
    }

    private DeliveryStore.Arrived remove(UUID id) {
        return jdbc.sql(
                        "delete from whatsapp.dead_letter where id = :id returning received_at, body, app_id")
                .param("id", id)
                .query((row, n) ->
                        arrived(
                                instant(row, "received_at"),
                                row.getBytes("body"),
                                uuidOrNull(row, "app_id")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static DeliveryStore.Arrived arrived(
            Instant receivedAt, byte[] body, @Nullable UUID app) {
        return new DeliveryStore.Arrived(Lane.of(body), receivedAt, body, app);
    }

    public int count() {
        return jdbc.sql("select count(*) from whatsapp.dead_letter").query(Integer.class).single();
    }

    /** Deliveries that are kept and not worked through yet. */
    public int deliveriesWaiting() {
        return deliveries.waiting();
    }
}
