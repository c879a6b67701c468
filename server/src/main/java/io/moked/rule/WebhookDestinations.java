package io.moked.rule;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a business may have its server told of things. Whoever writes a rule chooses the address,
 * so it must not lead into the network that this server stands in.
 */
@Component
class WebhookDestinations {

    private final boolean isInternalAllowed;

    WebhookDestinations(@Value("${moked.rules.internal-calls}") boolean isInternalAllowed) {
        this.isInternalAllowed = isInternalAllowed;
    }

    /** As it is written. */
    boolean isAllowed(URI url) {
        boolean isWeb =
                "https".equals(url.getScheme())
                        || isInternalAllowed && "http".equals(url.getScheme());
        return isWeb
                && url.getHost() != null
                && url.getUserInfo() == null
                && url.getFragment() == null;
    }

    /**
     * As it stands in the names of the network at this moment. The machine remembers for half a
     * minute what it has found, so the call that follows goes to what was looked at.
     */
    boolean isReachable(URI url) throws UnknownHostException {
        return isAllowed(url)
                && (isInternalAllowed
                        || Stream.of(InetAddress.getAllByName(url.getHost()))
                                .allMatch(WebhookDestinations::isPublic));
    }

    static boolean isPublic(InetAddress it) {
        return !(it.isAnyLocalAddress()
                || it.isLoopbackAddress()
                || it.isLinkLocalAddress()
                || it.isSiteLocalAddress()
                || it.isMulticastAddress()
                || isOfOneNetwork(it));
    }

    /** Unique local addresses (RFC 4193), and those that providers share (RFC 6598). */
    private static boolean isOfOneNetwork(InetAddress it) {
        var bytes = it.getAddress();
        int first = bytes[0] & 0xff;
        return it instanceof Inet6Address
                ? (first & 0xfe) == 0xfc
                : first == 0 || first >= 240 || first == 100 && (bytes[1] & 0xc0) == 64;
    }
}
