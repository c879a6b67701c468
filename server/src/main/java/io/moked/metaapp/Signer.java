package io.moked.metaapp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may deliver to one address.
 *
 * @param app of a tenant; null for the platform's own
 * @param token what Meta shows when the address is registered
 */
public record Signer(@Nullable UUID app, Signature signature, String token) {

    /** Compared in constant time; where there is none, none is right. */
    public boolean knows(@Nullable String shown) {
        return shown != null
                && !token.isEmpty()
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        shown.getBytes(StandardCharsets.UTF_8));
    }
}
