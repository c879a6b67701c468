package io.moked.factor;

import static io.moked.database.SqlValues.column;

import io.moked.tenancy.TenantScope;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes on paper for whoever has lost the device: each opens once, and is kept as a digest. */
@Component
public class RecoveryCodes {

    private static final int COUNT = 10;

    /** Sixteen letters, in groups of four. */
    private static final int BYTES = 10;

    private final JdbcClient jdbc;
    private final KeyedDigests digests;

    RecoveryCodes(JdbcClient jdbc, KeyedDigests digests) {
        this.jdbc = jdbc;
        this.digests = digests;
    }

    /** Makes new ones in the place of all earlier ones; they are told this once. */
    @Transactional
    public List<String> renew(UUID user) {
        remove(user);
        var codes = Stream.generate(RecoveryCodes::random).limit(COUNT).toList();
        jdbc.sql(
                        """
                        insert into factor.recovery_code (tenant_id, digest, user_id)
                        select :tenant, decode(digest, 'hex'), :user from unnest(:digests::text[]) as c (digest)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("user", user)
                .param(
                        "digests",
                        column(codes, code -> HexFormat.of().formatHex(digest(user, code))))
                .update();
        return codes;
    }

    private static String random() {
        return Secrets.base32(Secrets.bytes(BYTES))
                .toLowerCase(Locale.ROOT)
                .replaceAll("(.{4})(?!$)", "$1-");
    }

    /** Whether it is one of the user's; it is none any more after this. */
    @Transactional
    public boolean use(UUID user, String code) {
        return jdbc.sql(
                                """
                                delete from factor.recovery_code where user_id = :user and digest = :digest
                                """)
                        .param("user", user)
                        .param("digest", digest(user, code))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public int left(UUID user) {
        return jdbc.sql("select count(*) from factor.recovery_code where user_id = :user")
                .param("user", user)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void remove(UUID user) {
        jdbc.sql("delete from factor.recovery_code where user_id = :user")
                .param("user", user)
                .update();
    }

    /** However it is typed: without the dashes, in capitals, with spaces. */
    private byte[] digest(UUID user, String code) {
        var letters = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        var tenant = TenantScope.current().value().toString();
        return digests.of("recovery code", List.of(tenant, user.toString(), letters));
    }
}
