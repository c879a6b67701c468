package io.moked.simulator.world;

import java.time.Instant;

/** A kept file; {@code sha256} is in base64 as webhooks carry it. */
public record Media(
        String id, String mimeType, String name, String sha256, long size, Instant expires) {

    /** Whether a message of this type may carry it. */
    public boolean belongsTo(String type) {
        return MediaType.of(mimeType).filter(one -> one.carriedBy(type)).isPresent();
    }
}
