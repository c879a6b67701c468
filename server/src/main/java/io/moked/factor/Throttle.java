package io.moked.factor;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.factor.Gate.Doubling;
import io.moked.factor.Gate.Rule;
import io.moked.factor.Gate.Window;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down without locking anyone out, at every way in. A try is counted before it is
 * judged, in one statement, so that guesses side by side cannot slip past the count.
 */
@Component
public class Throttle {

    /**
     * What is shut for so many times as long as it may be was shut by a clock that has been set
     * back since, and is open; once would do, did all servers have the same time.
     */
    private static final int FAR = 2;

    private final JdbcClient jdbc;
    private final KeyedDigests digests;
    private final Clock clock;

    Throttle(WorkerDatabase worker, KeyedDigests digests, Clock clock) {
        this.jdbc = worker.jdbc();
        this.digests = digests;
        this.clock = clock;
    }

    /** A try that was let through, and is taken back if it turns out right. */
    public interface Try {

        /**
         * Forgets the tries at the subject, and this one of the network: its others still count.
         */
        void right();

        /** Forgets this one, which was meant for something else; all others still count. */
        void takeBack();
    }

    /**
     * Lets a try through the gate, or refuses it with the time to wait.
     *
     * @param subject what is tried, such as an account; null where nobody knows yet
     * @param from where from; null for somebody whom the crowd at their address must not hold up
     */
    public Try enter(Gate gate, @Nullable String subject, @Nullable InetAddress from) {
        var networks = new ArrayList<byte[]>();
        if (from != null) {
            for (var window : gate.network()) {
                var key = key(gate, window.length().toString(), Networks.of(from));
                count(key, window);
                networks.add(key);
            }
        }
        var key = subject == null ? null : key(gate, "subject", subject.toLowerCase(Locale.ROOT));
        if (key != null) {
            count(key, gate.subject());
        }
        return new Counted(key, networks);
    }

    private byte[] key(Gate gate, String kind, String subject) {
        return digests.of("throttle", List.of(gate.name(), kind, subject));
    }

    private void count(byte[] key, Rule rule) {
        int rows =
                switch (rule) {
                    case Doubling doubling -> counted(key, doubling);
                    case Window window -> counted(key, window);
                };
        if (rows == 0) {
            throw new TooManyAttempts(secondsToWait(key));
        }
    }

    private int counted(byte[] key, Doubling rule) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        insert into factor.throttle as t (key, tries, open_at) values (:key, 1, :now)
                        on conflict (key) do update
                        set tries = least(t.tries + 1, 100),
                            open_at = :now + case when t.tries < :free then interval '0'
                                else least(:longest, 2 ^ (t.tries - :free)) * interval '1 second' end
                        where t.open_at <= :now or t.open_at > :ahead
                        """)
                .param("key", key)
                .param("now", time(now))
                .param("ahead", time(now.plus(rule.longest().multipliedBy(FAR))))
                .param("free", rule.free())
                .param("longest", rule.longest().toSeconds())
                .update();
    }

    private int counted(byte[] key, Window rule) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        insert into factor.throttle as t (key, tries, open_at) values (:key, 1, :end)
                        on conflict (key) do update
                        set tries = case when t.open_at between :now and :ahead then t.tries + 1 else 1 end,
                            open_at = case when t.open_at between :now and :ahead then t.open_at else :end end
                        where t.open_at not between :now and :ahead or t.tries < :most
                        """)
                .param("key", key)
                .param("now", time(now))
                .param("end", time(now.plus(rule.length())))
                .param("ahead", time(now.plus(rule.length().multipliedBy(FAR))))
                .param("most", rule.most())
                .update();
    }

    private long secondsToWait(byte[] key) {
        return jdbc.sql("select open_at from factor.throttle where key = :key")
                .param("key", key)
                .query((row, n) -> instant(row, "open_at"))
                .optional()
                .map(open -> Math.max(1, Duration.between(clock.instant(), open).toSeconds() + 1))
                .orElse(1L);
    }

    private final class Counted implements Try {

        private final byte @Nullable [] subject;
        private final List<byte[]> networks;

        Counted(byte @Nullable [] subject, List<byte[]> networks) {
            this.subject = subject;
            this.networks = networks;
        }

        @Override
        public void right() {
            if (subject != null) {
                jdbc.sql("delete from factor.throttle where key = :key")
                        .param("key", subject)
                        .update();
            }
            networks.forEach(Throttle.this::oneLess);
        }

        /**
         * How long the subject stays closed is not touched, or a try would open it for the next.
         */
        @Override
        public void takeBack() {
            if (subject != null) {
                oneLess(subject);
            }
            networks.forEach(Throttle.this::oneLess);
        }
    }

    private void oneLess(byte[] key) {
        jdbc.sql("update factor.throttle set tries = greatest(tries - 1, 0) where key = :key")
                .param("key", key)
                .update();
    }
}
