package io.moked.simulator.webhook;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.World.Line;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** What Meta posts when people change their numbers, phones and minds. */
public final class Occasions {

    private Occasions() {}

    /** A system message, which has no contacts; one about a hidden number has none of its forms. */
    public static ObjectNode changed(Chat chat, Customer before, String wamid, Instant now) {
        Line line = chat.line();
        Customer after = chat.customer();
        ObjectNode message = message(wamid, now).put("from_user_id", line.userId(before));
        ObjectNode system =
                message.putObject("system")
                        .put("user_id", line.userId(after))
                        .put("previous_user_id", line.userId(before));
        if (after.isHidden()) {
            system.put("type", "user_changed_user_id")
                    .put("body", "User " + after.name() + " changed their user id");
        } else {
            message.put("from", before.phone());
            system.put("type", "user_changed_number")
                    .put("wa_id", after.phone())
                    .put(
                            "body",
                            "User %s changed from %s to %s"
                                    .formatted(after.name(), before.phone(), after.phone()));
        }
        return value(line, message);
    }

    public static ObjectNode identityChanged(Chat chat, String wamid, Instant now) {
        Customer customer = chat.customer();
        ObjectNode message = message(wamid, now).put("from_user_id", chat.line().userId(customer));
        if (!customer.isHidden()) {
            message.put("from", customer.phone());
        }
        message.putObject("identity")
                .put("acknowledged", true)
                .put("created_timestamp", Long.toString(now.getEpochSecond()))
                .put("hash", customer.identity());
        message.putObject("system")
                .put("type", "customer_identity_changed")
                .put("identity", customer.identity())
                .put("body", "User " + customer.name() + " changed their identity");
        return value(chat.line(), message);
    }

    private static ObjectNode message(String wamid, Instant now) {
        return Json.object()
                .put("id", wamid)
                .put("timestamp", Long.toString(now.getEpochSecond()))
                .put("type", "system");
    }

    private static ObjectNode value(Line line, ObjectNode message) {
        ObjectNode value = Payload.value(line);
        value.putArray("messages").add(message);
        return value;
    }

    /** The person wants marketing no more, or again. */
    public static ObjectNode preference(Chat chat, String stopOrResume, Instant now) {
        ObjectNode value = Payload.value(chat.line());
        value.putArray("contacts").add(Payload.contact(chat));
        ObjectNode one = value.putArray("user_preferences").addObject();
        if (!chat.hidesNumber()) {
            one.put("wa_id", chat.customer().phone());
        }
        one.put("user_id", chat.line().userId(chat.customer()))
                .put("detail", "User requested to " + stopOrResume + " marketing messages")
                .put("category", "marketing_messages")
                .put("value", stopOrResume)
                .put("timestamp", now.getEpochSecond());
        return value;
    }

    /** What the business wrote in its app, on a number that is used there as well. */
    public static ObjectNode echo(Chat chat, Entry entry) {
        Line line = chat.line();
        ObjectNode echo = Json.object().put("from", line.digits());
        if (!chat.hidesNumber()) {
            echo.put("to", chat.customer().phone());
        }
        echo.put("to_user_id", line.userId(chat.customer()))
                .put("id", entry.wamid())
                .put("timestamp", Long.toString(entry.at().getEpochSecond()))
                .setAll(entry.content());
        ObjectNode value = Payload.value(line);
        value.putArray("contacts").add(Payload.contact(chat));
        value.putArray("message_echoes").add(echo);
        return value;
    }
}
