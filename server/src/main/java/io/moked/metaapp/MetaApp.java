package io.moked.metaapp;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An app of a tenant at Meta.
 *
 * @param externalId Meta's id of it
 * @param key the end of the address that it delivers to
 * @param token what Meta shows when that address is registered
 * @param secrets how many it may sign with; two while one replaces the other
 * @param deliveredAt about when it last delivered anything
 */
public record MetaApp(
        UUID id,
        String name,
        String externalId,
        String key,
        String token,
        int secrets,
        Instant createdAt,
        @Nullable Instant deliveredAt) {}
