package io.moked.factor;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom an address stands for: one IPv4 address, or the /48 that a site gets of IPv6. */
public final class Networks {

    private static final int BYTES_OF_A_SITE = 6;

    private Networks() {}

    public static String of(InetAddress address) {
        return address instanceof Inet4Address
                ? address.getHostAddress()
                : HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), BYTES_OF_A_SITE));
    }
}
