package io.moked.whatsapp;

import static java.util.Objects.requireNonNullElse;

import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.DeliveryReceipt;
import io.moked.channel.InboundMessage;
import io.moked.channel.Sender;
import io.moked.media.MediaId;
import io.moked.whatsapp.DeliveryReader.Item;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts Meta's words for messages and statuses into the language of channels. */
@Component
class MessageReader {

    /** NUL and half a pair of surrogates: to the database neither is text. */
    private static final Pattern NO_LETTER = Pattern.compile("[\\x00\\p{Cs}]");

    /** A message, and the file it announces. */
    record Read(InboundMessage message, @Nullable AnnouncedFile file) {}

    /** A file that waits at Meta. */
    record AnnouncedFile(
            MediaId id,
            String externalId,
            String mimeType,
            @Nullable String fileName,
            @Nullable String sha256) {}

    Read message(ChannelId channel, Item item) {
        var node = item.node();
        var externalId = required(node, "id");
        var type = requireNonNullElse(text(node, "type"), "unknown");
        var kind = fileKind(type);
        var file = kind.isPresent() ? file(channel, node.path(type)) : null;
        var content =
                file == null
                        ? content(type, node)
                        : new Content.File(
                                kind.orElseThrow(),
                                file.id(),
                                text(node.path(type), "caption"),
                                node.path(type).path("voice").asBoolean(false));
        var message =
                new InboundMessage(channel, externalId, sender(item), content, writtenAt(item));
        return new Read(message, file);
    }

    private static Content content(String type, JsonNode node) {
        var body = text(node.path("text"), "body");
        return type.equals("text") && body != null
                ? new Content.Text(body)
                : new Content.Unsupported(type, storable(node.toString()));
    }

    private static Optional<FileKind> fileKind(String type) {
        return switch (type) {
            case "image" -> Optional.of(FileKind.IMAGE);
            case "audio" -> Optional.of(FileKind.AUDIO);
            case "video" -> Optional.of(FileKind.VIDEO);
            case "document" -> Optional.of(FileKind.DOCUMENT);
            case "sticker" -> Optional.of(FileKind.STICKER);
            default -> Optional.empty();
        };
    }

    private static @Nullable AnnouncedFile file(ChannelId channel, JsonNode file) {
        var externalId = text(file, "id");
        return externalId == null
                ? null
                : new AnnouncedFile(
                        idOf(channel, externalId),
                        externalId,
                        requireNonNullElse(text(file, "mime_type"), "application/octet-stream"),
                        text(file, "filename"),
                        text(file, "sha256"));
    }

    /** The same file announced again has the same id (UUIDv8, RFC 9562), so it is kept once. */
    private static MediaId idOf(ChannelId channel, String externalId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(channel.value().toString().getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest.digest(externalId.getBytes(StandardCharsets.UTF_8)));
            long high = bytes.getLong() & ~0xF000L | 0x8000L;
            long low = bytes.getLong() >>> 2 | 0x2L << 62;
            return new MediaId(new UUID(high, low));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** Since 2026 the phone may be absent; then the business-scoped user id tells who wrote. */
    private static Sender sender(Item item) {
        var phone = text(item.node(), "from");
        var userId = text(item.node(), "from_user_id");
        var changed = changed(item.node().path("system"), phone, userId);
        if (changed != null) {
            return changed;
        }
        for (var contact : item.contacts()) {
            if (phone != null && phone.equals(text(contact, "wa_id"))
                    || userId != null && userId.equals(text(contact, "user_id"))) {
                var profile = contact.path("profile");
                var id = userId == null ? text(contact, "user_id") : userId;
                return new Sender(phone, id, text(profile, "name"), text(profile, "username"));
            }
        }
        return new Sender(phone, userId, null, null);
    }

    /** A number or user id has been exchanged for another; the sender is who they were before. */
    private static @Nullable Sender changed(
            JsonNode system, @Nullable String phone, @Nullable String userId) {
        var newPhone = text(system, "wa_id");
        var newUserId = text(system, "user_id");
        if (newPhone == null && newUserId == null) {
            return null;
        }
        var told = text(system, "previous_user_id");
        var oldUserId = told != null || userId == null || userId.equals(newUserId) ? told : userId;
        var oldPhone = phone == null || phone.equals(newPhone) ? null : phone;
        var formerly =
                oldPhone == null && oldUserId == null
                        ? null
                        : new Sender(oldPhone, oldUserId, null, null);
        return new Sender(newPhone, newUserId, null, null, formerly);
    }

    DeliveryReceipt receipt(ChannelId channel, Item item) {
        var node = item.node();
        return new DeliveryReceipt(
                channel,
                required(node, "id"),
                reference(text(node, "biz_opaque_callback_data")),
                status(required(node, "status")),
                failure(node.path("errors").path(0)),
                at(node));
    }

    private static @Nullable UUID reference(@Nullable String ours) {
        try {
            return ours == null ? null : UUID.fromString(ours);
        } catch (IllegalArgumentException ofSomebodyElse) {
            return null;
        }
    }

    /**
     * A voice message that was played has been read; a word of tomorrow says at least that it was
     * sent.
     */
    private static DeliveryReceipt.Status status(String word) {
        return switch (word) {
            case "delivered" -> DeliveryReceipt.Status.DELIVERED;
            case "read", "played" -> DeliveryReceipt.Status.READ;
            case "failed" -> DeliveryReceipt.Status.FAILED;
            default -> DeliveryReceipt.Status.SENT;
        };
    }

    private static DeliveryReceipt.@Nullable Failure failure(JsonNode error) {
        if (!error.isObject()) {
            return null;
        }
        var details = text(error.path("error_data"), "details");
        return new DeliveryReceipt.Failure(
                error.path("code").asString("unknown"),
                details != null ? details : requireNonNullElse(text(error, "title"), ""));
    }

    /**
     * Meta tells whole seconds. A message of this very second was written before it arrived here,
     * and one that comes late at the end of its second at the latest; so it sorts behind what it
     * answers.
     */
    private static Instant writtenAt(Item item) {
        var latest = at(item.node()).plusMillis(999);
        return item.receivedAt().isBefore(latest) ? item.receivedAt() : latest;
    }

    private static Instant at(JsonNode node) {
        return Instant.ofEpochSecond(Long.parseLong(required(node, "timestamp")));
    }

    private static String required(JsonNode node, String field) {
        var text = text(node, field);
        if (text == null) {
            throw new IllegalArgumentException("A webhook item lacks its " + field);
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String field) {
        var text = node.path(field).asString("");
        return text.isEmpty() ? null : storable(text);
    }

    /** Nearly every text is one already, and looking at it costs little. */
    private static String storable(String text) {
        if (text.chars().noneMatch(it -> it == 0 || Character.isSurrogate((char) it))) {
            return text;
        }
        return NO_LETTER.matcher(text).replaceAll("\uFFFD");
    }
}
