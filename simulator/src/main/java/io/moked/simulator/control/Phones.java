package io.moked.simulator.control;

import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Entry.Side;
import io.moked.simulator.world.Entry.Status;
import io.moked.simulator.world.Media;
import io.moked.simulator.world.MediaAddresses;
import io.moked.simulator.world.MediaType;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What customers do with their phones: they write, react and read. */
public final class Phones {

    private final World world;
    private final Chats chats;
    private final Webhooks webhooks;
    private final Weather weather;
    private final MediaAddresses addresses;

    public Phones(
            World world,
            Chats chats,
            Webhooks webhooks,
            Weather weather,
            MediaAddresses addresses) {
        this.world = world;
        this.chats = chats;
        this.webhooks = webhooks;
        this.weather = weather;
        this.addresses = addresses;
    }

    /** Sends Meta's message object; one with a {@code timestamp} was written back then. */
    public Entry write(Chat chat, ObjectNode message) {
        Instant at = weather.clock().now();
        if (message.hasNonNull("timestamp")) {
            at = Instant.ofEpochSecond(message.path("timestamp").asLong());
            message.remove("timestamp");
        }
        String type = Json.text(message, "type");
        if (type.isEmpty() || !message.has(type) && !type.equals("unsupported")) {
            throw Refusal.of(400, "A message needs a type and the part of that name");
        }
        Entry entry =
                type.equals("reaction")
                        ? react(chat, at, message)
                        : chats.written(chat, at, message);
        post(chat, entry);
        return entry;
    }

    /** A blocked person's words go nowhere and the phone shows one tick for ever. */
    private void post(Chat chat, Entry entry) {
        if (world.state(chat.line()).blocks(chat.customer().phone())) {
            return;
        }
        webhooks.message(chat, entry).thenAccept(kept -> raise(chat, entry));
    }

    /** Sends again what no app had taken when an earlier life ended. */
    public void goOn(Chat chat) {
        chat.all().stream()
                .filter(entry -> entry.from() == Side.CUSTOMER && entry.status() == Status.SENT)
                .forEach(entry -> post(chat, entry));
    }

    private Entry react(Chat chat, Instant at, ObjectNode message) {
        var reaction = message.path("reaction");
        chats.react(
                chat,
                Json.text(reaction, "message_id"),
                Side.CUSTOMER,
                Json.text(reaction, "emoji"));
        return chats.unkept(chat, at, message);
    }

    private void raise(Chat chat, Entry entry) {
        chats.raise(chat, one -> one.wamid().equals(entry.wamid()), Status.DELIVERED);
    }

    /** The message that carries a received file, as webhooks have it since November 2025. */
    public ObjectNode carrying(Media file, MediaType type, String caption) {
        ObjectNode message = Json.object().put("type", type.messageType());
        ObjectNode part =
                message.putObject(type.messageType())
                        .put("mime_type", file.mimeType())
                        .put("sha256", file.sha256())
                        .put("id", file.id())
                        .put("url", addresses.of(file));
        if (!caption.isEmpty()) {
            part.put("caption", caption);
        }
        switch (type) {
            case DOCUMENT -> part.put("filename", file.name());
            case AUDIO -> part.put("voice", file.mimeType().startsWith("audio/ogg"));
            case STICKER -> part.put("animated", false);
            default -> {}
        }
        return message;
    }

    /** Opens the chat: everything that has arrived is read. */
    public void read(Chat chat) {
        List<Entry> read =
                chats.raise(
                        chat,
                        one -> one.from() == Side.BUSINESS && one.status() == Status.DELIVERED,
                        Status.READ);
        if (!read.isEmpty()) {
            Thread.startVirtualThread(() -> tellRead(chat, read));
        }
    }

    private void tellRead(Chat chat, Entry entry) {
        webhooks.status(
                        chat,
                        entry,
                        new io.moked.simulator.webhook.Status(
                                Status.READ.word(), "service", false, null))
                .thenAccept(kept -> {
                    if (kept) {
                        chats.told(chat, entry, Status.READ);
                    }
                });
    }

    private void tellRead(Chat chat, List<Entry> read) {
        try {
            weather.clock().sleep(Duration.ofMillis(weather.settings().readMs()));
            read.forEach(entry -> tellRead(chat, entry));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
