package io.moked.egress;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Someone outside whom the product calls: what for, and at which origins and no others. */
public record Recipient(String name, Set<String> origins) {

    /** A recipient at the origins (scheme, host and port) of these addresses. */
    public static Recipient at(String name, URI... addresses) {
        return new Recipient(
                name, Stream.of(addresses).map(Recipient::origin).collect(Collectors.toSet()));
    }

    boolean isAt(URI address) {
        return origins.contains(origin(address));
    }

    boolean isAt(InetSocketAddress address) {
        var server = address.getHostString() + ":" + address.getPort();
        return origins.stream().anyMatch(origin -> origin.endsWith("://" + server));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getHost() + ":" + address.getPort();
    }
}
