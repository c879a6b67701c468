package io.moked.whatsapp;

import static io.moked.graph.Json.required;
import static io.moked.graph.Json.text;
import static java.util.Objects.requireNonNullElse;

import io.moked.channel.Afterword;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.DeliveryReceipt;
import io.moked.channel.FromContact;
import io.moked.channel.IdentityChange;
import io.moked.channel.InboundMessage;
import io.moked.channel.Sender;
import io.moked.media.MediaId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts Meta's words for messages and statuses into the language of channels. */
@Component
class MessageReader {

    /**
     * Something from a contact, and the file it announces.
     *
     * @param receipt how far it has come, where that is told together with it
     */
    record Read(FromContact told, @Nullable AnnouncedFile file, @Nullable DeliveryReceipt receipt) {

        Read(FromContact told, @Nullable AnnouncedFile file) {
            this(told, file, null);
        }
    }

    /** A file that waits at Meta. */
    record AnnouncedFile(
            MediaId id,
            String externalId,
            String mimeType,
            @Nullable String fileName,
            @Nullable String sha256) {}

    /** What a message says, and the file it announces. */
    record Said(Content content, @Nullable AnnouncedFile file) {}

    Read message(ChannelId channel, Item item) {
        var node = item.node();
        var type = requireNonNullElse(text(node, "type"), "unknown");
        var change = change(type, node);
        if (change != null) {
            return new Read(
                    new IdentityChange(
                            channel,
                            required(node, "id"),
                            Senders.of(item),
                            change,
                            writtenAt(item)),
                    null);
        }
        var about = about(type, node);
        return about == null
                ? message(channel, type, item)
                : afterword(channel, type, about, item, Senders.of(item));
    }

    /** Its words are for people to read; only its type says what happened. */
    private static IdentityChange.@Nullable What change(String type, JsonNode node) {
        return switch (type.equals("system") ? node.path(type).path("type").asString("") : "") {
            case "user_changed_number", "customer_changed_number", "user_changed_user_id" ->
                    IdentityChange.What.NUMBER_CHANGED;
            case "customer_identity_changed" -> IdentityChange.What.DEVICE_CHANGED;
            default -> null;
        };
    }

    /** The message that is not followed by another, but changed. */
    static @Nullable String about(String type, JsonNode node) {
        return switch (type) {
            case "reaction" -> text(node.path(type), "message_id");
            case "edit", "revoke" -> text(node.path(type), "original_message_id");
            default -> null;
        };
    }

    static Read afterword(ChannelId channel, String type, String about, Item item, Sender sender) {
        var node = item.node().path(type);
        var edited = node.path("message");
        var edit =
                type.equals("edit")
                        ? said(channel, edited.path("type").asString("unknown"), edited)
                        : null;
        Afterword.Said said;
        if (edit != null) {
            said = new Afterword.Edit(edit.content());
        } else if (type.equals("reaction")) {
            said = new Afterword.Reaction(text(node, "emoji"));
        } else {
            said = new Afterword.Revocation();
        }
        var told =
                new Afterword(
                        channel, required(item.node(), "id"), sender, about, said, writtenAt(item));
        return new Read(told, edit == null ? null : edit.file());
    }

    private static Read message(ChannelId channel, String type, Item item) {
        var said = said(channel, type, item.node());
        var told =
                new InboundMessage(
                        channel,
                        required(item.node(), "id"),
                        Senders.of(item),
                        said.content(),
                        Contexts.of(item.node()),
                        writtenAt(item));
        return new Read(told, said.file());
    }

    static Said said(ChannelId channel, String type, JsonNode node) {
        var kind = fileKind(type);
        var file = kind.isPresent() ? file(channel, node.path(type)) : null;
        var content =
                file == null
                        ? Contents.of(type, node)
                        : new Content.File(
                                kind.orElseThrow(),
                                file.id(),
                                text(node.path(type), "caption"),
                                node.path(type).path("voice").asBoolean(false));
        return new Said(content, file);
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

    DeliveryReceipt receipt(ChannelId channel, Item item) {
        var node = item.node();
        return new DeliveryReceipt(
                channel,
                required(node, "id"),
                reference(text(node, "biz_opaque_callback_data")),
                status(required(node, "status")),
                failure(node.path("errors").path(0)),
                pricing(node.path("pricing")),
                at(node));
    }

    /** {@code billable} is going away; type and category stay (Cloud API, "Pricing"). */
    private static DeliveryReceipt.@Nullable Pricing pricing(JsonNode pricing) {
        var billable = pricing.path("billable");
        return pricing.isObject()
                ? new DeliveryReceipt.Pricing(
                        text(pricing, "type"),
                        text(pricing, "category"),
                        text(pricing, "pricing_model"),
                        billable.isBoolean() ? billable.asBoolean() : null)
                : null;
    }

    private static @Nullable UUID reference(@Nullable String ours) {
        try {
            return ours == null ? null : UUID.fromString(ours);
        } catch (IllegalArgumentException ofSomebodyElse) {
            return null;
        }
    }

    /** A word of tomorrow says at least that it was sent. */
    static DeliveryReceipt.Status status(String word) {
        return switch (word) {
            case "delivered" -> DeliveryReceipt.Status.DELIVERED;
            case "read" -> DeliveryReceipt.Status.READ;
            case "played" -> DeliveryReceipt.Status.PLAYED;
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
    static Instant writtenAt(Item item) {
        var latest = at(item.node()).plusMillis(999);
        return item.receivedAt().isBefore(latest) ? item.receivedAt() : latest;
    }

    static Instant at(JsonNode node) {
        return Instant.ofEpochSecond(Long.parseLong(required(node, "timestamp")));
    }
}
