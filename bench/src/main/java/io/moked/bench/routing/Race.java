package io.moked.bench.routing;

import io.moked.bench.measure.Result.Row;
import io.moked.bench.product.Beside;
import io.moked.bench.product.DataDirectory;
import io.moked.bench.product.Packaged;
import io.moked.bench.product.Server;
import io.moked.bench.product.Stage;
import io.moked.bench.webhook.Ledger;
import io.moked.bench.webhook.Sender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Several servers decide for one business at the same time, while everything they have given is put
 * back again and again, at all of them. Afterwards the threads themselves are asked, in which every
 * giving and every putting back is an entry.
 *
 * @param doubles entries that give what somebody had already
 * @param beyond entries after which an agent held more than they can, and looks that found one
 * @param astray agents whose account is not what they have
 */
record Race(int servers, long decisions, double seconds, long doubles, long beyond, long astray) {

    private static final int SERVERS = 2;

    private static final int CUSTOMERS = 300;
    private static final int CAPACITY = 40;
    private static final int HANDS = 16;
    private static final long FIRST_PHONE = 15_557_000_000L;
    private static final long LOOK_NANOS = 100_000_000;

    private static final String WAITING =
            "select conversation_id from routing.waiting where tenant_id = ?";

    private static final String DECISIONS =
            "select count(*) from routing.decision where tenant_id = ?";

    private static final String TOO_FULL =
            "select count(*) from agent.agent where tenant_id = ? and used > capacity";

    private static final String DOUBLES =
            """
            select count(*) from (
                select type, lag(type) over (partition by conversation_id order by at, id) as before
                from conversation.event
                where tenant_id = ? and type in ('assigned', 'unassigned', 'resolved', 'reopened')) as e
            where type = 'assigned' and before = 'assigned'
            """;

    private static final String BEYOND =
            """
            select count(*) from (
                select sum(case e.type when 'assigned' then 1 else -1 end)
                    over (partition by e.subject_id order by e.at, e.id) as held
                from conversation.event e
                where e.tenant_id = ? and e.type in ('assigned', 'unassigned') and exists (
                    select from routing.decision d
                    where d.tenant_id = e.tenant_id and d.conversation_id = e.conversation_id)) as h
            where held > %d
            """
                    .formatted(CAPACITY);

    private static final String ASTRAY =
            """
            select count(*) from agent.agent a
            where a.tenant_id = ? and (
                a.used <> (select coalesce(sum(h.units), 0) from routing.held h
                    where h.tenant_id = a.tenant_id and h.agent_id = a.user_id)
                or a.used <> (select count(*) from conversation.conversation c
                    where c.tenant_id = a.tenant_id and c.assignee_id = a.user_id and c.status <> 'resolved'))
            """;

    static Race run(Packaged packaged, DataDirectory data, Stage stage, int wanted)
            throws Exception {
        int line = otherBusiness(stage);
        var branch = Branch.of(stage.access().api(), stage.line(line), stage.database());
        write(stage, line);
        Branch.await(
                () -> branch.count(WAITING.replace("conversation_id", "count(*)")) >= CUSTOMERS);
        var conversations = branch.ids(WAITING);
        var addresses = new ArrayList<>(List.of(stage.access().api()));
        var besides = new ArrayList<AutoCloseable>();
        try {
            for (int number = 1; number < SERVERS; number++) {
                addresses.add(start(packaged, data, besides));
            }
            return run(branch, addresses, conversations, wanted);
        } finally {
            for (var one : besides.reversed()) {
                one.close();
            }
        }
    }

    private static int otherBusiness(Stage stage) {
        for (int line = 1; line < stage.access().lines().size(); line++) {
            if (!stage.line(line).apiToken().equals(stage.line(0).apiToken())) {
                return line;
            }
        }
        throw new IllegalStateException("There is one business only");
    }

    private static void write(Stage stage, int line) throws IOException {
        try (var sender = new Sender(stage, line, new Ledger())) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                sender.post(stage.numbers().getAndIncrement(), FIRST_PHONE + customer, "Hello?");
            }
        }
    }

    private static String start(Packaged packaged, DataDirectory demo, List<AutoCloseable> besides)
            throws Exception {
        var own = DataDirectory.temporary();
        besides.add(own);
        Server server = Beside.of(demo, packaged, own);
        besides.add(server);
        server.start();
        server.awaitReady();
        return server.api();
    }

    private static Race run(
            Branch branch, List<String> addresses, List<UUID> conversations, int wanted)
            throws Exception {
        var isOver = new AtomicBoolean();
        long before = branch.count(DECISIONS);
        long decided = 0;
        long tooFull = 0;
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var agents = branch.open(CAPACITY);
            var hands = new ArrayList<Future<?>>();
            for (int hand = 0; hand < HANDS; hand++) {
                hands.add(
                        threads.submit(
                                () -> putBack(branch, addresses, agents, conversations, isOver)));
            }
            for (int look = 0; decided < wanted; look++) {
                LockSupport.parkNanos(LOOK_NANOS);
                tooFull += branch.count(TOO_FULL);
                decided = look % 10 == 0 ? branch.count(DECISIONS) - before : decided;
                if (hands.stream().anyMatch(Future::isDone)) {
                    break;
                }
            }
            isOver.set(true);
            for (var hand : hands) {
                hand.get();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        awaitQuiet(branch);
        return new Race(
                addresses.size(),
                branch.count(DECISIONS) - before,
                seconds,
                branch.count(DOUBLES),
                branch.count(BEYOND) + tooFull,
                branch.count(ASTRAY));
    }

    /** Single ones, and everything of an agent at once. */
    private static Void putBack(
            Branch branch,
            List<String> addresses,
            List<UUID> agents,
            List<UUID> conversations,
            AtomicBoolean isOver)
            throws Exception {
        var random = ThreadLocalRandom.current();
        while (!isOver.get()) {
            var address = anyOf(addresses, random);
            if (random.nextBoolean()) {
                branch.putBack(address, anyOf(conversations, random));
            } else {
                branch.putAllBack(address, anyOf(agents, random));
            }
        }
        return null;
    }

    private static <T> T anyOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Until nothing is given any more. */
    private static void awaitQuiet(Branch branch) throws Exception {
        branch.close();
        long[] last = {-1};
        Branch.await(() -> {
            long now = branch.count(DECISIONS);
            boolean quiet = now == last[0];
            last[0] = now;
            return quiet;
        });
    }

    boolean isGood(int wanted) {
        return decisions >= wanted && doubles == 0 && beyond == 0 && astray == 0;
    }

    List<Row> rows() {
        return List.of(
                Row.of(
                        "decisions of %d servers".formatted(servers),
                        "%d   in %.0f s",
                        decisions,
                        seconds),
                Row.of("given twice, too full, astray", "%d   %d   %d", doubles, beyond, astray));
    }
}
