package io.moked.access;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down without locking anyone out: from the sixth wrong password on, each try waits
 * twice as long as the one before, at most a minute. The try is counted before it is judged, so
 * that guesses side by side cannot slip past the count.
 */
@Component
class SignInThrottle {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(WorkerDatabase worker, Clock clock) {
        this.jdbc = worker.jdbc();
        this.clock = clock;
    }

    void enter(String email) {
        var now = clock.instant();
        int counted =
                jdbc.sql(
                                """
                                insert into access.sign_in_throttle as t (address_digest, tries, open_at)
                                values (:digest, 1, :now)
                                on conflict (address_digest) do update
                                set tries = least(t.tries + 1, 20),
                                    open_at = :now + case when t.tries < 5 then interval '0'
                                        else least(60, 2 ^ (t.tries - 5)) * interval '1 second' end
                                where t.open_at <= :now
                                """)
                        .param("digest", digest(email))
                        .param("now", time(now))
                        .update();
        if (counted == 0) {
            throw new TooManyAttempts(secondsToWait(email));
        }
    }

    private long secondsToWait(String email) {
        return jdbc.sql(
                        "select open_at from access.sign_in_throttle where address_digest = :digest")
                .param("digest", digest(email))
                .query((row, n) -> instant(row, "open_at"))
                .optional()
                .map(open -> Math.max(1, Duration.between(clock.instant(), open).toSeconds() + 1))
                .orElse(1L);
    }

    void forgive(String email) {
        jdbc.sql("delete from access.sign_in_throttle where address_digest = :digest")
                .param("digest", digest(email))
                .update();
    }

    private static byte[] digest(String email) {
        return Secrets.digest(email.toLowerCase(Locale.ROOT));
    }
}
