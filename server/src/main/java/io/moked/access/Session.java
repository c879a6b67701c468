package io.moked.access;

import io.moked.factor.Factor;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as its user may know it. */
public record Session(
        UUID id,
        @Nullable String browser,
        @Nullable String system,
        @Nullable String address,
        Instant openedAt,
        Instant seenAt,
        Instant endsAt,
        Set<Factor> factors) {

    /**
     * Where somebody comes from: what kind of browser, on what kind of system, at which address.
     */
    public record Origin(@Nullable String browser, @Nullable String system, InetAddress address) {}

    /** The same as it is remembered; of an older one, only the network. */
    public record Place(
            @Nullable String browser, @Nullable String system, @Nullable String address) {}
}
