package io.moked.factor;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;

import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Vault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes of an authenticator app. Each is good once: the step of the last one is remembered. */
@Component
public class OneTimeCodes {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    OneTimeCodes(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** What an authenticator app is told, by hand or as a picture of {@code uri}. */
    public record Enrolment(String secret, String uri) {}

    /**
     * Makes a seed, which counts for nothing until a code of it was shown. Empty where one counts
     * already: that one must be removed first.
     */
    @Transactional
    public Optional<Enrolment> begin(UUID user, String account, String issuer) {
        var seed = Secrets.bytes(Totp.SEED_BYTES);
        int begun =
                jdbc.sql(
                                """
                                insert into factor.one_time_code as c
                                    (tenant_id, user_id, sealed_seed, made_at, last_step)
                                values (:tenant, :user, :seed, :now, 0)
                                on conflict (tenant_id, user_id) do update
                                set sealed_seed = excluded.sealed_seed, made_at = excluded.made_at
                                where c.confirmed_at is null
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("user", user)
                        .param("seed", vault.seal(Secrets.base64(seed), place(user)))
                        .param("now", time(clock.instant()))
                        .update();
        return begun == 0 ? Optional.empty() : Optional.of(enrolment(seed, account, issuer));
    }

    private static Enrolment enrolment(byte[] seed, String account, String issuer) {
        var secret = Secrets.base32(seed);
        var uri =
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                        .formatted(
                                encoded(issuer),
                                encoded(account),
                                secret,
                                encoded(issuer),
                                Totp.DIGITS,
                                Totp.PERIOD_SECONDS);
        return new Enrolment(secret, uri);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Lets the seed count from now on, if the app makes the right codes of it. */
    @Transactional
    public boolean confirm(UUID user, String code) {
        var now = clock.instant();
        return take(user, code)
                && jdbc.sql(
                                        """
                                        update factor.one_time_code set confirmed_at = :now
                                        where user_id = :user and confirmed_at is null
                                        """)
                                .param("user", user)
                                .param("now", time(now))
                                .update()
                        == 1;
    }

    /** Whether it is the user's code of now, and was not shown before. */
    @Transactional
    public boolean prove(UUID user, String code) {
        return since(user).isPresent() && take(user, code);
    }

    private boolean take(UUID user, String code) {
        var step =
                jdbc.sql("select sealed_seed from factor.one_time_code where user_id = :user")
                        .param("user", user)
                        .query(byte[].class)
                        .optional()
                        .map(sealed -> vault.unseal(sealed, place(user)))
                        .map(Base64.getUrlDecoder()::decode)
                        .map(seed -> Totp.step(seed, code, clock.instant()));
        return step.isPresent()
                && step.get().isPresent()
                && jdbc.sql(
                                        """
                                        update factor.one_time_code set last_step = :step
                                        where user_id = :user and last_step < :step
                                        """)
                                .param("user", user)
                                .param("step", step.get().getAsLong())
                                .update()
                        == 1;
    }

    /** Since when the user's codes count. */
    @Transactional(readOnly = true)
    public Optional<Instant> since(UUID user) {
        return jdbc.sql(
                        """
                        select confirmed_at from factor.one_time_code
                        where user_id = :user and confirmed_at is not null
                        """)
                .param("user", user)
                .query((row, n) -> instant(row, "confirmed_at"))
                .optional();
    }

    @Transactional
    public boolean remove(UUID user) {
        return jdbc.sql("delete from factor.one_time_code where user_id = :user")
                        .param("user", user)
                        .update()
                > 0;
    }

    private static String place(UUID user) {
        return "one-time-code/" + user;
    }
}
