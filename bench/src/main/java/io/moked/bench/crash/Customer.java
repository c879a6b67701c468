package io.moked.bench.crash;

import io.moked.bench.product.Access.Line;
import io.moked.bench.proof.Op;
import io.moked.bench.proof.Op.Said;
import io.moked.bench.webhook.Wamid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Writes several quick messages at a time to one business or, in one webhook, to two. Meta repeats
 * what was not acknowledged, and at times also what was.
 */
final class Customer implements Crew.Worker {

    private static final int MOST_AT_ONCE = 4;
    private static final int REMEMBERED = 50;

    private final String phone;
    private final Map<String, Line> lines;
    private final Webhooks webhooks;
    private final AtomicLong wamids;
    private final Random random;
    private final List<Delivery> sent = new ArrayList<>();
    private long seq;

    Customer(String phone, List<Line> lines, Webhooks webhooks, AtomicLong wamids, Random random) {
        this.phone = phone;
        this.lines = lines.stream().collect(Collectors.toMap(Line::phoneNumberId, line -> line));
        this.webhooks = webhooks;
        this.wamids = wamids;
        this.random = random;
    }

    private record Delivery(Op.Deliver op, byte[] body) {}

    @Override
    public long work() throws InterruptedException {
        var delivery = next();
        webhooks.postUntilAcknowledged(delivery.op(), delivery.body(), random);
        sent.add(delivery);
        if (sent.size() > REMEMBERED) {
            sent.removeFirst();
        }
        if (random.nextInt(5) == 0) {
            var again = sent.get(random.nextInt(sent.size()));
            webhooks.post(again.op(), again.body());
        }
        return 50 + random.nextInt(350);
    }

    private Delivery next() {
        var said = new ArrayList<Said>();
        for (int messages = 1 + random.nextInt(MOST_AT_ONCE); messages > 0; messages--) {
            seq++;
            // Two businesses may be told of two messages by the same id.
            var wamid = Wamid.of(wamids.getAndIncrement());
            lines.keySet().forEach(number -> said.add(new Said(number, phone, seq, wamid, text())));
        }
        return new Delivery(new Op.Deliver(said), Letters.messages(lines, said));
    }

    private String text() {
        return "message %d of %s".formatted(seq, phone);
    }
}
