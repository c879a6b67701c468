package io.moked.simulator.control;

import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import io.moked.simulator.webhook.Occasions;
import io.moked.simulator.webhook.StatusUpdate;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Entry.Side;
import io.moked.simulator.world.Entry.Status;
import io.moked.simulator.world.Media;
import io.moked.simulator.world.MediaAddresses;
import io.moked.simulator.world.MediaType;
import io.moked.simulator.world.NumberState;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What customers do with their phones: they write, change their words, react, read and listen. */
public final class Phones {

    private static final Duration EDITABLE = Duration.ofMinutes(15);
    private static final Duration REVOCABLE = Duration.ofDays(2);

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
        Entry entry = written(chat, message);
        post(chat, entry);
        return entry;
    }

    /** Sends the pictures of an album. */
    public List<Entry> writeAtOnce(Chat chat, List<ObjectNode> messages) {
        List<Entry> entries = messages.stream().map(one -> written(chat, one)).toList();
        entries.forEach(
                entry -> webhooks.messageApart(chat, entry).thenAccept(kept -> raise(chat, entry)));
        return entries;
    }

    private Entry written(Chat chat, ObjectNode message) {
        Instant at = weather.clock().now();
        if (message.hasNonNull("timestamp")) {
            at = Instant.ofEpochSecond(message.path("timestamp").asLong());
            message.remove("timestamp");
        }
        String type = Json.text(message, "type");
        if (type.isEmpty() || !message.has(type) && !type.equals("unsupported")) {
            throw Refusal.of(400, "A message needs a type and the part of that name");
        }
        return type.equals("reaction")
                ? react(chat, at, message)
                : chats.written(chat, at, message);
    }

    /** What a blocked person writes goes nowhere, and what is written offline waits. */
    private void post(Chat chat, Entry entry) {
        if (weather.settings().thirtyDays() && !chat.hidesNumber()) {
            chat.meetByNumber();
        }
        boolean blocked = world.state(chat.line()).blocks(chat.customer().phone());
        if (!blocked && !chat.customer().offline()) {
            webhooks.message(chat, entry).thenAccept(kept -> raise(chat, entry));
        }
    }

    /** Sends again what no app has taken yet. */
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

    /** Other words; only numbers that are also in the app hear which. */
    public void edit(Chat chat, String wamid, ObjectNode content) {
        Entry entry = own(chat, wamid, EDITABLE);
        chats.edit(chat, wamid, content);
        ObjectNode message = Json.object();
        if (chat.line().number().coexistence()) {
            message.put("type", "edit")
                    .putObject("edit")
                    .put("original_message_id", entry.wamid())
                    .set("message", content);
        } else {
            message.put("type", "unsupported").putObject("unsupported").put("type", "edit");
            message.putArray("errors")
                    .addObject()
                    .put("code", 131051)
                    .put("title", "Message type unknown")
                    .put("message", "Message type unknown")
                    .putObject("error_data")
                    .put("details", "Message type is currently not supported.");
        }
        post(chat, chats.unkept(chat, weather.clock().now(), message));
    }

    /** Takes a message back; other numbers than those that are also in the app hear nothing. */
    public void revoke(Chat chat, String wamid) {
        Entry entry = own(chat, wamid, REVOCABLE);
        chats.revoke(chat, wamid);
        if (chat.line().number().coexistence()) {
            ObjectNode message = Json.object().put("type", "revoke");
            message.putObject("revoke").put("original_message_id", entry.wamid());
            post(chat, chats.unkept(chat, weather.clock().now(), message));
        }
    }

    private Entry own(Chat chat, String wamid, Duration within) {
        Instant oldest = weather.clock().now().minus(within);
        return chat.entry(wamid)
                .filter(one -> one.from() == Side.CUSTOMER && one.at().isAfter(oldest))
                .orElseThrow(() -> Refusal.of(409, "It is too late for that, or not one's own"));
    }

    public void preferMarketing(Chat chat, boolean wanted) {
        NumberState number = world.state(chat.line());
        String waId = chat.customer().waId();
        if (wanted) {
            number.resume(waId);
        } else {
            number.stop(waId);
        }
        webhooks.post(
                chat.line(),
                waId,
                "user_preferences",
                Occasions.preference(chat, wanted ? "resume" : "stop", weather.clock().now()));
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
        tellLater(chat, read, Status.READ);
    }

    /** Listens to a voice note. */
    public void play(Chat chat, String wamid) {
        List<Entry> played =
                chats.raise(
                        chat,
                        one ->
                                one.wamid().equals(wamid)
                                        && one.arrived()
                                        && Json.text(one.content(), "type").equals("audio"),
                        Status.PLAYED);
        tellLater(chat, played, Status.PLAYED);
    }

    private void tellLater(Chat chat, List<Entry> entries, Status status) {
        if (!entries.isEmpty()) {
            Thread.startVirtualThread(() -> {
                try {
                    weather.clock().sleep(Duration.ofMillis(weather.settings().readMs()));
                    entries.forEach(entry -> tell(chat, entry, status));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private void tell(Chat chat, Entry entry, Status status) {
        var told = new StatusUpdate(status.word(), "service", false, null);
        webhooks.status(chat, entry, told)
                .thenAccept(kept -> {
                    if (kept) {
                        chats.told(chat, entry, status);
                    }
                });
    }
}
