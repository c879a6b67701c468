package io.moked.whatsapp;

import static io.moked.graph.Json.required;
import static io.moked.graph.Json.text;
import static java.util.Objects.requireNonNullElse;

import io.moked.channel.Afterword;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Context;
import io.moked.channel.DeliveryReceipt;
import io.moked.channel.FromContact;
import io.moked.channel.InboundMessage;
import io.moked.channel.Listing;
import io.moked.channel.Overheard;
import io.moked.channel.Overheard.By;
import io.moked.channel.Sender;
import io.moked.whatsapp.MessageReader.Read;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Puts into the language of channels what happens on a number beside us: in the WhatsApp Business
 * app ("Onboarding WhatsApp Business app users": {@code smb_message_echoes}, {@code history},
 * {@code smb_app_state_sync}), with Meta's own assistant ("Standby webhooks"), and by voice
 * ("User-initiated calls").
 */
@Component
class ElsewhereReader {

    private final MessageReader messages;

    ElsewhereReader(MessageReader messages) {
        this.messages = messages;
    }

    Read read(ChannelId channel, Item item) {
        return switch (item.kind()) {
            case ECHO -> said(channel, item, By.PHONE, Senders.recipient(item), false);
            case STANDBY_ECHO -> said(channel, item, By.ASSISTANT, Senders.recipient(item), false);
            case STANDBY -> standby(messages.message(channel, item));
            case PAST -> past(channel, item);
            case PAST_FILE -> file(channel, item);
            case LISTED -> new Read(listing(channel, item), null);
            case CALL -> new Read(call(channel, item), null);
            case CALL_STATUS -> new Read(callOfOurs(channel, item), null);
            case MESSAGE, STATUS, STANDBY_STATUS ->
                    throw new IllegalStateException("That is not elsewhere");
        };
    }

    private static Read said(ChannelId channel, Item item, By by, Sender with, boolean isPast) {
        var node = item.node();
        var type = requireNonNullElse(text(node, "type"), "unknown");
        var about = MessageReader.about(type, node);
        boolean isOurSign = type.equals("reaction") && by != By.CONTACT;
        if (about != null && !isOurSign) {
            return MessageReader.afterword(channel, type, about, item, with);
        }
        var said = MessageReader.said(channel, type, node);
        var content =
                about == null
                        ? said.content()
                        : new Content.Reaction(text(node.path("reaction"), "emoji"));
        var context = about == null ? Contexts.of(node) : Context.quoting(about);
        var told =
                new Overheard(
                        channel,
                        required(node, "id"),
                        with,
                        by,
                        content,
                        context,
                        isPast,
                        MessageReader.writtenAt(item));
        return new Read(told, said.file());
    }

    /** What a contact writes to the assistant is a message to the business, and asks us nothing. */
    private static Read standby(Read read) {
        return read.told() instanceof InboundMessage it
                ? new Read(
                        new Overheard(
                                it.channel(),
                                it.externalId(),
                                it.sender(),
                                By.CONTACT,
                                it.content(),
                                it.context(),
                                false,
                                it.at()),
                        read.file())
                : read;
    }

    /** A thread is called by the contact's number; whoever else wrote in it is the business. */
    private static Read past(ChannelId channel, Item item) {
        var with = new Sender(Senders.digits(item.thread()), null, null, null);
        var told = item.node().path("history_context");
        boolean isOurs =
                told.path("from_me")
                        .asBoolean(!required(item.node(), "from").equals(item.thread()));
        var read = said(channel, item, isOurs ? By.PHONE : By.CONTACT, with, true);
        return isOurs && read.told() instanceof Overheard message
                ? new Read(message, read.file(), receipt(message, told))
                : read;
    }

    private static DeliveryReceipt receipt(Overheard message, JsonNode told) {
        var word = told.path("status").asString("").toLowerCase(Locale.ROOT);
        boolean isLost = word.equals("error");
        return new DeliveryReceipt(
                message.channel(),
                message.externalId(),
                null,
                isLost ? DeliveryReceipt.Status.FAILED : MessageReader.status(word),
                isLost ? new DeliveryReceipt.Failure("unknown", "") : null,
                message.at());
    }

    /** The message it was in is told in the past itself, without it. */
    private static Read file(ChannelId channel, Item item) {
        var node = item.node();
        var said = MessageReader.said(channel, required(node, "type"), node);
        var told =
                new Afterword(
                        channel,
                        required(node, "id"),
                        new Sender(required(node, "from"), null, null, null),
                        required(node, "id"),
                        new Afterword.Completion(said.content()),
                        MessageReader.writtenAt(item));
        return new Read(told, said.file());
    }

    private static FromContact listing(ChannelId channel, Item item) {
        var node = item.node();
        var contact = node.path("contact");
        var name =
                switch (required(node, "type") + " " + required(node, "action")) {
                    case "contact add" -> name(contact);
                    case "contact remove" -> null;
                    default -> throw new IllegalArgumentException("Another kind of state");
                };
        return new Listing(
                channel,
                new Sender(Senders.digits(required(contact, "phone_number")), null, null, null),
                name,
                MessageReader.at(node.path("metadata")));
    }

    /** Whoever has no last name may come without a full one. */
    private static String name(JsonNode contact) {
        var whole = text(contact, "full_name");
        return whole == null || whole.isBlank() ? required(contact, "first_name") : whole;
    }

    /**
     * It rings, and later it has ended; each may come first. A contact's call lets the business
     * write, whether or not somebody takes it, and a call of the business once the contact takes it
     * ("Calling API pricing").
     */
    private static FromContact call(ChannelId channel, Item item) {
        var node = item.node();
        var id = required(node, "id");
        boolean isOurs =
                text(node, "direction") instanceof String told
                        ? told.equals("BUSINESS_INITIATED")
                        : required(node, "from")
                                .equals(text(item.metadata(), "display_phone_number"));
        var with = isOurs ? Senders.recipient(item) : Senders.of(item);
        var at = MessageReader.writtenAt(item);
        return switch (required(node, "event")) {
            case "connect" ->
                    isOurs
                            ? ringing(channel, id, with, at)
                            : new InboundMessage(channel, id, with, Content.Call.RINGING, at);
            case "terminate" -> completed(channel, id, id, with, ended(node), at);
            default -> throw new IllegalArgumentException("A call that does something else");
        };
    }

    /**
     * Meta tells how far a call has come only where the business calls. It is told apart from its
     * end, under a name of its own ("Business-initiated calls").
     */
    private static FromContact callOfOurs(ChannelId channel, Item item) {
        var id = required(item.node(), "id");
        var word = required(item.node(), "status");
        var with = Senders.recipient(item);
        var at = MessageReader.writtenAt(item);
        return switch (word) {
            case "RINGING" -> ringing(channel, id, with, at);
            case "ACCEPTED", "REJECTED" ->
                    completed(
                            channel,
                            id + "/" + word,
                            id,
                            with,
                            new Content.Call(word.equals("ACCEPTED"), null),
                            at);
            default -> throw new IllegalArgumentException("A call that comes to something else");
        };
    }

    private static FromContact ringing(ChannelId channel, String id, Sender with, Instant at) {
        return new Overheard(channel, id, with, By.PHONE, Content.Call.RINGING, null, false, at);
    }

    private static FromContact completed(
            ChannelId channel, String told, String id, Sender with, Content.Call call, Instant at) {
        return new Afterword(channel, told, with, id, new Afterword.Completion(call), at);
    }

    private static Content.Call ended(JsonNode call) {
        boolean isTaken = call.path("status").asString("").equalsIgnoreCase("COMPLETED");
        int seconds = call.path("duration").asInt(0);
        return new Content.Call(isTaken, isTaken && seconds > 0 ? seconds : null);
    }
}
