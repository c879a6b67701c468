package io.moked.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a number of hands busy for a while. Without a rate each takes the next piece as soon as the
 * last is done; with one, pieces have their moments, and a late one counts as slow from its moment.
 */
public record Load(int hands, Duration duration, double rate) {

    private static final double UNLIMITED = 0;

    /** More than these are too many threads of the system. */
    private static final int MANY = 500;

    public static Load full(int hands, Duration duration) {
        return new Load(hands, duration, UNLIMITED);
    }

    /** Does one piece of work after the other. */
    public interface Hand extends AutoCloseable {

        /** Whether it was done as wanted. */
        boolean work() throws Exception;

        @Override
        void close() throws Exception;
    }

    /** Finds the hands, numbered from 0, before the clock starts. */
    public interface Hiring {
        Hand hire(int number) throws Exception;
    }

    /** What was done as wanted, and how soon the rest was not. */
    public record Done(Latencies latencies, Latencies refusals, double seconds) {

        public double perSecond() {
            return latencies.size() / seconds;
        }
    }

    public Done run(Hiring hiring) throws Exception {
        var hired = new ArrayList<Hand>();
        try {
            for (int number = 0; number < hands; number++) {
                hired.add(hiring.hire(number));
            }
            return run(hired);
        } finally {
            for (var hand : hired) {
                hand.close();
            }
        }
    }

    private Done run(List<Hand> hired) throws Exception {
        long began = System.nanoTime();
        var all = new Latencies();
        var refusals = new Latencies();
        try (var threads = Executors.newThreadPerTaskExecutor(threads())) {
            var shares = new ArrayList<Future<Share>>();
            for (var hand : hired) {
                int number = shares.size();
                shares.add(threads.submit(() -> work(hand, number, began)));
            }
            for (var share : shares) {
                all.addAll(share.get().latencies());
                refusals.addAll(share.get().refusals());
            }
        }
        return new Done(all, refusals, (System.nanoTime() - began) / 1e9);
    }

    private ThreadFactory threads() {
        return hands > MANY ? Thread.ofVirtual().factory() : Thread.ofPlatform().factory();
    }

    private record Share(Latencies latencies, Latencies refusals) {}

    private Share work(Hand hand, int number, long began) throws Exception {
        var latencies = new Latencies();
        var refusals = new Latencies();
        for (long turn = 0; ; turn++) {
            long start =
                    rate == UNLIMITED
                            ? System.nanoTime()
                            : began + (long) ((turn * hands + number) * 1e9 / rate);
            if (start - began >= duration.toNanos()) {
                return new Share(latencies, refusals);
            }
            await(start);
            (hand.work() ? latencies : refusals).add(System.nanoTime() - start);
        }
    }

    private static void await(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }
}
