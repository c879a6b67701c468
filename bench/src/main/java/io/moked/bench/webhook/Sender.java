package io.moked.bench.webhook;

import io.moked.bench.measure.Load;
import io.moked.bench.product.Stage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Posts one customer message after the other and notes which were acknowledged. */
public final class Sender implements Load.Hand {

    private final Mailman mailman;
    private final Pen pen;
    private final AtomicLong numbers;
    private final Ledger ledger;

    public Sender(Stage stage, int line, Ledger ledger) throws IOException {
        mailman = new Mailman(stage.access().webhook());
        pen = new Pen(stage.access(), stage.line(line));
        numbers = stage.numbers();
        this.ledger = ledger;
    }

    @Override
    public boolean work() throws IOException {
        long number = numbers.getAndIncrement();
        return post(number, Crowd.phone(number), Crowd.TEXT);
    }

    /** Whether the message was acknowledged. */
    public boolean post(long number, long phone, String text) throws IOException {
        boolean kept = mailman.carry(pen.request(number, phone, text)) == 200;
        if (kept) {
            ledger.acknowledged(number);
        }
        return kept;
    }

    @Override
    public void close() throws IOException {
        mailman.close();
    }
}
