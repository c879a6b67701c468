package io.moked.bench.webhook;

import io.moked.bench.product.Access.Line;
import io.moked.bench.product.Stage;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages of the crowd to one number, ready to be posted. What has been prepared goes first:
 * writing and signing is no work of the server's and should not take its time.
 */
final class Letters {

    private final Pen pen;
    private final AtomicLong numbers;
    private final ArrayDeque<Letter> prepared = new ArrayDeque<>();

    record Letter(long number, byte[] request) {}

    Letters(Stage stage, Line line, int prepare) {
        pen = new Pen(stage.access(), line);
        numbers = stage.numbers();
        for (int letter = 0; letter < prepare; letter++) {
            prepared.add(write());
        }
    }

    Letter next() {
        var letter = prepared.poll();
        return letter == null ? write() : letter;
    }

    private Letter write() {
        long number = numbers.getAndIncrement();
        return new Letter(number, pen.request(number, Crowd.phone(number), Crowd.TEXT));
    }
}
