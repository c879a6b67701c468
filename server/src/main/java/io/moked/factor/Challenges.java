package io.moked.factor;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What passkeys sign: ours by our mark, for one purpose and one user, for five minutes, once. Only
 * those that were used are kept, so whoever just asks for one leaves nothing behind.
 */
@Component
class Challenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int RANDOM_BYTES = 16;
    private static final int MARK_BYTES = 32;
    private static final int BYTES = RANDOM_BYTES + Long.BYTES + MARK_BYTES;

    private final JdbcClient jdbc;
    private final KeyedDigests digests;
    private final Clock clock;

    Challenges(WorkerDatabase worker, KeyedDigests digests, Clock clock) {
        this.jdbc = worker.jdbc();
        this.digests = digests;
        this.clock = clock;
    }

    /** What for; one made for the one does for no other. */
    enum Purpose {
        SIGN_IN,
        PROVE,
        REGISTER
    }

    byte[] make(Purpose purpose, @Nullable UUID user) {
        var body =
                ByteBuffer.allocate(RANDOM_BYTES + Long.BYTES)
                        .put(Secrets.bytes(RANDOM_BYTES))
                        .putLong(clock.instant().plus(LIFE).toEpochMilli())
                        .array();
        return ByteBuffer.allocate(BYTES).put(body).put(mark(body, purpose, user)).array();
    }

    boolean isGood(byte[] challenge, Purpose purpose, @Nullable UUID user) {
        if (challenge.length != BYTES) {
            return false;
        }
        var body = Arrays.copyOf(challenge, BYTES - MARK_BYTES);
        var shown = Arrays.copyOfRange(challenge, BYTES - MARK_BYTES, BYTES);
        return MessageDigest.isEqual(shown, mark(body, purpose, user))
                && end(challenge).isAfter(clock.instant());
    }

    /** False for one that was spent before. */
    boolean spend(byte[] challenge) {
        return jdbc.sql(
                                """
                                insert into factor.spent_challenge (digest, ends_at)
                                values (:digest, :end) on conflict do nothing
                                """)
                        .param("digest", Secrets.digest(Secrets.base64(challenge)))
                        .param("end", time(end(challenge)))
                        .update()
                == 1;
    }

    private static Instant end(byte[] challenge) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(challenge).getLong(RANDOM_BYTES));
    }

    private byte[] mark(byte[] body, Purpose purpose, @Nullable UUID user) {
        var whose = user == null ? "anybody" : user.toString();
        return digests.of("challenge", List.of(purpose.name(), whose, Secrets.base64(body)));
    }
}
