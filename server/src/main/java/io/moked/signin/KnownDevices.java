package io.moked.signin;

import io.moked.access.UserId;
import io.moked.factor.KeyedDigests;
import io.moked.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Browsers that an account has signed in from carry a mark of ours. Who comes with it is counted by
 * it alone, so that strangers who try the same account hold up themselves and not its owner. It
 * proves nothing else.
 */
@Component
public class KnownDevices {

    private static final Duration LIFE = Duration.ofDays(90);
    private static final int NAME_BYTES = 8;

    private final KeyedDigests digests;
    private final Clock clock;

    KnownDevices(KeyedDigests digests, Clock clock) {
        this.digests = digests;
        this.clock = clock;
    }

    /** A mark for a browser to keep. */
    public record Mark(String name, String value, Duration life) {}

    /** The device as the throttle counts it, if this visitor comes with one the account knows. */
    Optional<String> device(TenantId tenant, UserId user, Visitor visitor) {
        var account = account(tenant, user);
        var value = visitor.cookie().apply(name(account));
        if (value == null) {
            return Optional.empty();
        }
        var parts = value.split("\\.", -1);
        return parts.length == 3 && isOurs(account, parts) && isYoung(parts[1])
                ? Optional.of("device " + parts[0])
                : Optional.empty();
    }

    public Mark mark(TenantId tenant, UserId user) {
        var account = account(tenant, user);
        var id = UUID.randomUUID().toString();
        var at = Long.toString(clock.instant().getEpochSecond());
        return new Mark(name(account), id + "." + at + "." + signature(account, id, at), LIFE);
    }

    /** One for each account, so that colleagues can share a browser. */
    private String name(String account) {
        var digest = digests.of("device name", List.of(account));
        return "moked-device-" + HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    }

    private boolean isOurs(String account, String[] parts) {
        return MessageDigest.isEqual(
                parts[2].getBytes(StandardCharsets.UTF_8),
                signature(account, parts[0], parts[1]).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isYoung(String epochSecond) {
        var made = Instant.ofEpochSecond(Long.parseLong(epochSecond));
        return made.plus(LIFE).isAfter(clock.instant());
    }

    private String signature(String account, String id, String at) {
        var digest = digests.of("device", List.of(account, id, at));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Never by its address, which anybody may have in a business of their own. */
    static String account(TenantId tenant, UserId user) {
        return tenant.value() + "/" + user.value();
    }
}
