package io.moked.whatsapp.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.moked.access.Addresses;
import io.moked.kernel.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which networks send what Meta did not sign. To learn that of a delivery, it must be read whole;
 * who has sent many is refused before, for the rest of a minute. An address that has signed well
 * never is, so that nobody behind the same proxy can shut Meta out. Each server counts for itself,
 * and forgets rather than run out of memory.
 */
final class Forgeries {

    private static final int MOST_KNOWN = 10_000;

    private final Cache<String, AtomicInteger> forgers;
    private final Cache<String, Boolean> signers;

    Forgeries(Ticker ticker) {
        this.forgers =
                Caffeine.newBuilder()
                        .ticker(ticker)
                        .maximumSize(MOST_KNOWN)
                        .expireAfterWrite(Duration.ofMinutes(1))
                        .build();
        this.signers =
                Caffeine.newBuilder()
                        .ticker(ticker)
                        .maximumSize(MOST_KNOWN)
                        .expireAfterAccess(Duration.ofDays(1))
                        .build();
    }

    /** Where nobody forges, as usual, this costs nothing. */
    boolean refuse(HttpServletRequest request) {
        if (forgers.asMap().isEmpty()) {
            return false;
        }
        var count = forgers.getIfPresent(Addresses.networkOf(request));
        return count != null
                && count.get() >= Limit.FORGERIES_A_MINUTE.value()
                && signers.getIfPresent(request.getRemoteAddr()) == null;
    }

    void signedWell(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        if (signers.getIfPresent(address) == null) {
            signers.put(address, true);
        }
    }

    void signedBadly(HttpServletRequest request) {
        forgers.get(Addresses.networkOf(request), network -> new AtomicInteger()).incrementAndGet();
    }
}
