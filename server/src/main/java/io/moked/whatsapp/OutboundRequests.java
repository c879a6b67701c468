package io.moked.whatsapp;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.moked.channel.Content;
import io.moked.channel.OutboundMessage;
import io.moked.media.MediaId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says our messages in Meta's words (Cloud API, "Messages API"). */
final class OutboundRequests {

    private OutboundRequests() {}

    /**
     * A file of a message that Meta has by now.
     *
     * @param id Meta's
     * @param name what whoever gets it sees
     */
    record Uploaded(String id, String name) {}

    /**
     * What is to be posted; empty where Meta takes nothing of this kind from us.
     *
     * @param files those the content shows
     */
    static Optional<ObjectNode> of(OutboundMessage message, Map<MediaId, Uploaded> files) {
        return Optional.ofNullable(
                switch (message.content()) {
                    case Content.Text text -> text(message, text);
                    case Content.File file -> file(message, file, files);
                    case Content.Location place -> location(message, place);
                    case Content.Cards cards -> contacts(message, cards);
                    case Content.Reaction(var emoji) -> reaction(message, emoji);
                    case Content.Offer offer -> {
                        var request = request(message, "interactive");
                        request.set("interactive", InteractiveParts.of(message, offer, files));
                        yield request;
                    }
                    case Content.Template template -> {
                        var request = request(message, "template");
                        new TemplateRequest(template, files).into(request);
                        yield request;
                    }
                    case Content.Call _,
                            Content.Choice _,
                            Content.Form _,
                            Content.Order _,
                            Content.Revoked _,
                            Content.Unsupported _ ->
                            null;
                });
    }

    private static ObjectNode text(OutboundMessage message, Content.Text text) {
        var request = request(message, "text");
        request.putObject("text")
                .put("body", text.body())
                .put("preview_url", requireNonNullElse(text.preview(), true));
        return request;
    }

    private static ObjectNode file(
            OutboundMessage message, Content.File file, Map<MediaId, Uploaded> files) {
        var type = file.as().word();
        var uploaded = requireNonNull(files.get(file.media()));
        var request = request(message, type);
        var described = request.putObject(type).put("id", uploaded.id());
        if (file.caption() != null) {
            described.put("caption", file.caption());
        }
        if (file.voice()) {
            described.put("voice", true);
        }
        if (file.as() == Content.FileKind.DOCUMENT) {
            described.put("filename", uploaded.name());
        }
        return request;
    }

    private static ObjectNode location(OutboundMessage message, Content.Location place) {
        var request = request(message, "location");
        describe(request.putObject("location"), place);
        return request;
    }

    /** Degrees are words in Meta's description, so that nothing is rounded on the way. */
    static void describe(ObjectNode location, Content.Location place) {
        location.put("latitude", BigDecimal.valueOf(place.latitude()).toPlainString())
                .put("longitude", BigDecimal.valueOf(place.longitude()).toPlainString());
        putIfThere(location, "name", place.name());
        putIfThere(location, "address", place.address());
    }

    /**
     * A name needs one of its parts beside the whole ("Contacts messages"). Without a WhatsApp id,
     * which nobody here can vouch for, whoever gets it is asked to invite that person.
     */
    private static ObjectNode contacts(OutboundMessage message, Content.Cards cards) {
        var request = request(message, "contacts");
        var people = request.putArray("contacts");
        for (var card : cards.people()) {
            var person = people.addObject();
            person.putObject("name")
                    .put("formatted_name", card.name())
                    .put("first_name", card.name());
            if (card.organization() != null) {
                person.putObject("org").put("company", card.organization());
            }
            if (!card.phones().isEmpty()) {
                var phones = person.putArray("phones");
                card.phones().forEach(it -> phones.addObject().put("phone", it));
            }
            if (!card.emails().isEmpty()) {
                var emails = person.putArray("emails");
                card.emails().forEach(it -> emails.addObject().put("email", it));
            }
        }
        return request;
    }

    /** It names what it is about by itself; Meta refuses one that quotes as well. */
    private static ObjectNode reaction(OutboundMessage message, @Nullable String emoji) {
        var request = request(message, "reaction");
        request.remove("context");
        request.putObject("reaction")
                .put("message_id", message.quotes())
                .put("emoji", requireNonNullElse(emoji, ""));
        return request;
    }

    static void putIfThere(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private static ObjectNode request(OutboundMessage message, String type) {
        var request = JsonNodeFactory.instance.objectNode();
        request.put("messaging_product", "whatsapp").put("recipient_type", "individual");
        var recipient = message.recipient();
        if (recipient.phone() != null) {
            // Without the plus sign Meta may take it for a number of the business's own country.
            request.put("to", "+" + recipient.phone());
        } else {
            request.put("recipient", recipient.networkId());
        }
        if (message.quotes() != null) {
            request.putObject("context").put("message_id", message.quotes());
        }
        return request.put("type", type)
                .put("biz_opaque_callback_data", message.reference().toString());
    }

    /** The read mark of a message, and the sign that somebody writes. */
    static ObjectNode read(String externalId, boolean isWritten) {
        var request = JsonNodeFactory.instance.objectNode();
        request.put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", externalId);
        if (isWritten) {
            request.putObject("typing_indicator").put("type", "text");
        }
        return request;
    }
}
