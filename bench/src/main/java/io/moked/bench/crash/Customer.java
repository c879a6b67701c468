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
 * Writes several quick messages at a time to one business or, in one webhook, to two, now and then
 * with a picture. Meta repeats what was not acknowledged, and at times also what was.
 */
final class Customer implements Crew.Worker {

    private static final int MOST_AT_ONCE = 4;
    private static final int REMEMBERED = 50;
    private static final int MESSAGES_A_PICTURE = 12;

    private final String phone;
    private final Map<String, Line> lines;
    private final Webhooks webhooks;
    private final AtomicLong wamids;
    private final Camera camera;
    private final Random random;
    private final List<Delivery> sent = new ArrayList<>();
    private long seq;

    Customer(
            String phone,
            List<Line> lines,
            Webhooks webhooks,
            AtomicLong wamids,
            Camera camera,
            Random random) {
        this.phone = phone;
        this.lines = lines.stream().collect(Collectors.toMap(Line::phoneNumberId, line -> line));
        this.webhooks = webhooks;
        this.wamids = wamids;
        this.camera = camera;
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

    private Delivery next() throws InterruptedException {
        var said = new ArrayList<Said>();
        for (int messages = 1 + random.nextInt(MOST_AT_ONCE); messages > 0; messages--) {
            seq++;
            // Two businesses may be told of two messages by the same id.
            var wamid = Wamid.of(wamids.getAndIncrement());
            boolean pictured = random.nextInt(MESSAGES_A_PICTURE) == 0;
            for (var number : lines.keySet()) {
                var file = pictured ? camera.take(number) : null;
                said.add(new Said(number, phone, seq, wamid, text(), file));
            }
        }
        return new Delivery(new Op.Deliver(said), Letters.messages(lines, said));
    }

    private String text() {
        return "message %d of %s".formatted(seq, phone);
    }
}
