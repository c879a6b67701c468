package io.moked.template;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as we know it.
 *
 * @param externalId Meta's id of it
 * @param category, status and quality in Meta's words
 * @param isNamed whether its variables have names, and are not counted
 * @param reason why Meta has rejected or paused it, in its words
 * @param toldAt when Meta told so
 */
public record Template(
        UUID id,
        String accountId,
        String externalId,
        String name,
        String language,
        String category,
        String status,
        @Nullable String quality,
        boolean isNamed,
        Layout layout,
        @Nullable String reason,
        Instant firstSeenAt,
        Instant toldAt) {

    /** How it stands, as far as that decides anything here. */
    public enum Standing {
        APPROVED,
        PENDING,
        REJECTED,
        PAUSED,
        DISABLED,
        /** A word of Meta's that decides nothing, or that is new. */
        OTHER;

        static Standing of(String status) {
            return Arrays.stream(values())
                    .filter(it -> it.name().equals(status))
                    .findFirst()
                    .orElse(OTHER);
        }

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Standing standing() {
        return Standing.of(status);
    }

    /** Meta takes no message made from any other (Cloud API, errors 132001, 132015, 132016). */
    public boolean isSendable() {
        return standing() == Standing.APPROVED && layout.unfillable().isEmpty();
    }

    /** Another one for another text: whoever changes it tells which of them they have seen. */
    public String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = category + "\n" + layout;
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What has to be, or may be, filled in to send it. */
    public List<Blank> blanks() {
        return Blank.of(this);
    }
}
