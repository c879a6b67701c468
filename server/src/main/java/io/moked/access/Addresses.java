package io.moked.access;

import io.moked.factor.Networks;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/**
 * Where a request comes from: its peer or, if that is a trusted proxy, whom the proxy speaks for.
 */
public final class Addresses {

    /** Stands for all whom a proxy names in a way that nobody can read. */
    private static final InetAddress UNREADABLE = InetAddress.ofLiteral("0.0.0.0");

    private Addresses() {}

    /** The server has looked at the proxy's headers already, and only if it was told to. */
    public static InetAddress of(HttpServletRequest request) {
        try {
            return InetAddress.ofLiteral(request.getRemoteAddr().replaceFirst("%.*", ""));
        } catch (IllegalArgumentException unreadable) {
            return UNREADABLE;
        }
    }

    /** Whom the address stands for, as every count by network has it. */
    public static String networkOf(HttpServletRequest request) {
        return Networks.of(of(request));
    }
}
