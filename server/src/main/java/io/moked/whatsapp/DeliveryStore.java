package io.moked.whatsapp;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.database.CopiedRows;
import io.moked.database.WorkerDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries at rest, before and while they are worked through. */
@Repository
class DeliveryStore {

    /** Says that our locks are about lanes, among all advisory locks of the database. */
    private static final int LANES = 0x4C414E45;

    /** What one transaction takes into memory, at most (but always one delivery). */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final int MOST_ROWS = 300;

    /**
     * Nothing is put off for longer; what lies further ahead was written by a clock that has been
     * set back since, and is due. What nobody has tried yet is due whatever the clock says.
     */
    private static final Duration LONGEST_AHEAD = DeliveryWork.LONGEST_PAUSE.plusMinutes(1);

    private final JdbcClient jdbc;
    private final WorkerDatabase worker;
    private final Clock clock;

    DeliveryStore(WorkerDatabase worker, Clock clock) {
        this.jdbc = worker.jdbc();
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * A delivery that arrives now.
     *
     * @param app of a tenant that signed it; null for the platform's
     */
    record Arriving(int lane, byte[] body, @Nullable UUID app) {

        static Arriving of(byte[] body, @Nullable UUID app) {
            return new Arriving(Lane.of(body), body, app);
        }

        private byte[] signedBy() {
            return app == null ? CopiedRows.NULL : CopiedRows.uuid(app);
        }
    }

    /** A delivery, or a part of one, that was kept before and is kept again on its own. */
    record Arrived(int lane, Instant receivedAt, byte[] body, @Nullable UUID app) {}

    /** A delivery that is kept. */
    record Delivery(
            long id, int lane, int attempts, Instant receivedAt, byte[] body, @Nullable UUID app) {}

    /** Keeps all of them with one commit of its own. */
    void keep(List<Arriving> together) {
        var now = CopiedRows.time(clock.instant());
        worker.copyInto(
                "whatsapp.delivery (lane, received_at, due_at, body, app_id)",
                together.stream()
                        .map(it ->
                                new byte[][] {
                                    CopiedRows.smallint(it.lane()),
                                    now,
                                    now,
                                    it.body(),
                                    it.signedBy()
                                })
                        .toList());
    }

    /** Adds them to the transaction that is under way. */
    void add(List<Arrived> arrived) {
        var bodies = arrived.stream().map(Arrived::body).toArray(byte[][]::new);
        jdbc.sql(
                        """
                        insert into whatsapp.delivery (lane, received_at, due_at, body, app_id)
                        select lane, received_at, :now, body, app_id
                        from unnest(:lanes::smallint[], :times::timestamptz[], :bodies::bytea[], :apps::uuid[])
                            with ordinality as d (lane, received_at, body, app_id, n)
                        order by n
                        """)
                .param("now", time(clock.instant()))
                .param("lanes", column(arrived, Arrived::lane))
                .param("times", column(arrived, Arrived::receivedAt))
                .param("bodies", bodies)
                .param("apps", column(arrived, Arrived::app))
                .update();
    }

    /**
     * Takes a lane with work into this transaction's hands, the first one behind {@code last}, so
     * that a lane with much work does not starve the others.
     *
     * @param resting lanes that are left alone
     */
    Optional<Integer> lockLane(int last, List<Integer> resting) {
        // What is done here may be done again after a crash, so its commit need not wait for the
        // disk.
        jdbc.sql("set local synchronous_commit = off").update();
        var now = clock.instant();
        return jdbc.sql(
                        """
                        with pending as materialized (
                            select lane from generate_series(0, :most) as lanes (lane)
                            where exists (select from whatsapp.delivery d where d.lane = lanes.lane
                                and (attempts = 0 or due_at <= :now or due_at > :ahead))
                                and lanes.lane <> all(:resting::int[])
                            order by (lane - :last + :most) % (:most + 1)
                        )
                        select lane from pending where pg_try_advisory_xact_lock(:lanes, lane) limit 1
                        """)
                .param("most", Lane.COUNT - 1)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .param("last", last)
                .param("resting", column(resting))
                .param("lanes", LANES)
                .query(Integer.class)
                .optional();
    }

    List<Delivery> due(int lane) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select id, lane, attempts, received_at, body, app_id from (
                            select *, sum(octet_length(body)) over (order by id) - octet_length(body) as before
                            from (select * from whatsapp.delivery where lane = :lane
                                    and (attempts = 0 or due_at <= :now or due_at > :ahead)
                                order by id limit :rows) as first
                        ) as measured
                        where before < :bytes order by id
                        """)
                .param("lane", lane)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .param("rows", MOST_ROWS)
                .param("bytes", MOST_BYTES)
                .query((row, n) ->
                        new Delivery(
                                row.getLong("id"),
                                row.getInt("lane"),
                                row.getInt("attempts"),
                                instant(row, "received_at"),
                                row.getBytes("body"),
                                uuidOrNull(row, "app_id")))
                .list();
    }

    void delete(int lane, List<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql(
                            "delete from whatsapp.delivery where lane = :lane and id = any(:ids::bigint[])")
                    .param("lane", lane)
                    .param("ids", column(ids))
                    .update();
        }
    }

    void postpone(Delivery delivery, Instant due) {
        jdbc.sql(
                        """
                        update whatsapp.delivery set attempts = attempts + 1, due_at = :due
                        where lane = :lane and id = :id
                        """)
                .param("due", time(due))
                .param("lane", delivery.lane())
                .param("id", delivery.id())
                .update();
    }

    /** A delivery that waits for its first turn before all others of its lane. */
    record Head(int lane, long id, Instant receivedAt) {}

    List<Head> heads() {
        return jdbc.sql(
                        """
                        select lanes.lane, first.id, first.received_at from generate_series(0, :most) as lanes (lane),
                            lateral (select id, received_at from whatsapp.delivery d
                                where d.lane = lanes.lane and attempts = 0 order by id limit 1) as first
                        """)
                .param("most", Lane.COUNT - 1)
                .query((row, n) ->
                        new Head(
                                row.getInt("lane"), row.getLong("id"), instant(row, "received_at")))
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from whatsapp.delivery").query(Integer.class).single();
    }
}
