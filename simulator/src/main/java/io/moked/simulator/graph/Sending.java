package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Entry.Side;
import io.moked.simulator.world.Entry.Status;
import io.moked.simulator.world.Faults;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.Posts;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /{phone-number-id}/messages}: takes messages, read marks and typing signs. */
final class Sending {

    private static final List<String> KEPT =
            List.of("type", "context", "group_id", "recipient_identity_key_hash");

    private final World world;
    private final Chats chats;
    private final Posts posts;
    private final Weather weather;
    private final Journeys journeys;
    private final Checks checks;
    private final Templates templates;
    private final Verdicts verdicts;
    private final Rates rates;

    Sending(
            World world,
            Chats chats,
            Posts posts,
            Weather weather,
            Journeys journeys,
            MediaStore media,
            Templates templates,
            Verdicts verdicts) {
        this.world = world;
        this.chats = chats;
        this.posts = posts;
        this.weather = weather;
        this.journeys = journeys;
        this.checks = new Checks(media, templates);
        this.templates = templates;
        this.verdicts = verdicts;
        this.rates = new Rates(world, weather);
    }

    Answer post(Request request) throws IOException {
        String id = request.variable("id");
        Line line = world.line(id).orElseThrow(() -> GraphError.unknownObject(id));
        ObjectNode body = request.object();
        if (!Json.text(body, "messaging_product").equals("whatsapp")) {
            throw GraphError.parameter("messaging_product must be 'whatsapp'.");
        }
        return Json.text(body, "status").equals("read")
                ? read(line, body)
                : send(line, body, request);
    }

    private Answer read(Line line, ObjectNode body) {
        String wamid = Json.text(body, "message_id");
        Chat chat =
                chats.holding(line, wamid)
                        .orElseThrow(() -> GraphError.parameter("Unknown message_id."));
        Instant until = chat.entry(wamid).map(Entry::at).orElse(Instant.EPOCH);
        chats.raise(
                chat, one -> one.from() == Side.CUSTOMER && !one.at().isAfter(until), Status.READ);
        if (body.has("typing_indicator")) {
            chats.typing(chat);
        }
        return Answer.json(Json.object().put("success", true));
    }

    private Answer send(Line line, ObjectNode body, Request request) {
        if (!world.state(line).registered()) {
            throw Known.error(133010);
        }
        checks.check(line, body);
        Recipient recipient = recipient(line, body);
        List<Chat> reached = reached(recipient, line, body);
        String opaque = body.path("biz_opaque_callback_data").asString(null);
        String type = body.path("type").asString("text");
        allow(reached.getFirst(), type, recipient, body);
        if (weather.settings().thirtyDays() && !recipient.byUserId()) {
            reached.getFirst().meetByNumber();
        }
        List<Entry> entries = chats.accepted(reached, content(type, body), opaque);
        Entry entry = entries.getFirst();
        posts.add(
                new Posts.Post(
                        entry.at(),
                        line.number().id(),
                        recipient.input(),
                        type,
                        entry.wamid(),
                        opaque,
                        requestId(request)));
        for (int i = 0; i < reached.size(); i++) {
            journeys.begin(reached.get(i), entries.get(i), recipient.known());
        }
        Faults faults = weather.faults(line.number().id());
        if (faults.failedAnswer().hits()) {
            int status = faults.failedAnswer().status();
            throw GraphError.transientFailure(status == 0 ? 500 : status);
        }
        return faults.lostAnswer().hits()
                ? Answer.LOST
                : Answer.json(accepted(recipient, line, entry, type));
    }

    /** The chat with the person, or those with everybody in the group. */
    private List<Chat> reached(Recipient recipient, Line line, ObjectNode body) {
        if (!Checks.isGroup(body)) {
            return List.of(chats.between(recipient.customer(), line));
        }
        List<Chat> members = chats.inGroup(line, recipient.input());
        if (members.isEmpty()) {
            throw GraphError.parameter("Unknown group.");
        }
        return members;
    }

    private void allow(Chat chat, String type, Recipient recipient, ObjectNode body) {
        String category = templates.category(chat.line().waba(), body);
        if (recipient.byUserId() && category.equals("authentication")) {
            throw GraphError.of(
                    400,
                    131062,
                    "Business-scoped User ID recipients are not supported for this message",
                    "Authentication templates are sent to phone numbers only.");
        }
        verdicts.atOnce(chat, type);
        rates.check(chat);
        chat.answered();
    }

    /**
     * Whom a message goes to; anybody may be written to, but only known customers have WhatsApp.
     */
    private record Recipient(Customer customer, String input, boolean known) {

        boolean byUserId() {
            return input.contains(".");
        }
    }

    private Recipient recipient(Line line, ObjectNode body) {
        String to = Json.text(body, "to");
        if (Checks.isGroup(body)) {
            return new Recipient(Customer.stranger(to), to, true);
        }
        if (!to.isEmpty()) {
            String waId = to.replaceAll("\\D", "");
            return world.reached(waId)
                    .or(() -> nationally(to, line).flatMap(world::reached))
                    .map(one -> new Recipient(one, to, true))
                    .orElseGet(() -> new Recipient(Customer.stranger(waId), to, false));
        }
        String userId = Json.text(body, "recipient");
        return world.customer(userId, line.waba())
                .map(one -> new Recipient(one, userId, true))
                .orElseThrow(() -> GraphError.parameter("Unknown recipient."));
    }

    /** Where nobody wrote a plus, Meta takes the number for one of the business's country. */
    private static Optional<String> nationally(String to, Line line) {
        String country = line.number().displayPhoneNumber().split(" ", 2)[0].replaceAll("\\D", "");
        String digits = to.replaceAll("\\D", "").replaceFirst("^0", "");
        return to.strip().startsWith("+") ? Optional.empty() : Optional.of(country + digits);
    }

    private static ObjectNode content(String type, ObjectNode body) {
        ObjectNode content = body.deepCopy();
        content.put("type", type);
        if (content.path("interactive") instanceof ObjectNode interactive) {
            interactive.put("type", InteractiveChecks.typeOf(interactive));
        }
        if (Checks.isGroup(body)) {
            content.put("group_id", Json.text(body, "to"));
        }
        content.properties()
                .removeIf(part -> !KEPT.contains(part.getKey()) && !part.getKey().equals(type));
        return content;
    }

    private static String requestId(Request request) {
        String given = request.header("X-Request-Id");
        return given.isEmpty() ? UUID.randomUUID().toString() : given;
    }

    private ObjectNode accepted(
            Recipient recipient, Line line, Entry entry, @Nullable String type) {
        ObjectNode contact = Json.object().put("input", recipient.input());
        if (recipient.byUserId()) {
            contact.put("user_id", line.userId(recipient.customer()));
        } else {
            contact.put("wa_id", recipient.customer().phone());
        }
        ObjectNode message = Json.object().put("id", entry.wamid());
        if ("template".equals(type)) {
            boolean held = weather.faults(line.number().id()).held().hits();
            message.put("message_status", held ? "held_for_quality_assessment" : "accepted");
        }
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        answer.putArray("contacts").add(contact);
        answer.putArray("messages").add(message);
        return answer;
    }
}
