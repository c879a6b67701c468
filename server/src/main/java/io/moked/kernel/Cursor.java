package io.moked.kernel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a keyset-paged list goes on: the time and id of the last row seen. */
public record Cursor(Instant at, UUID id) {

    /** Before everything in a list that shows the newest first. */
    public static final Cursor NEWEST =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    static Cursor parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
            if (!at.isBefore(Instant.EPOCH) && at.isBefore(NEWEST.at)) {
                return new Cursor(at, new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException | BufferUnderflowException | DateTimeException wrong) {
            throw malformed();
        }
        throw malformed();
    }

    private static Invalid malformed() {
        return new Invalid("cursor", "malformed");
    }

    @Override
    public String toString() {
        var bytes =
                ByteBuffer.allocate(28)
                        .putLong(at.getEpochSecond())
                        .putInt(at.getNano())
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
