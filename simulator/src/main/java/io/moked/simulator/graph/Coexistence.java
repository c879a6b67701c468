package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.webhook.Payload;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /{phone-number-id}/smb_app_data}: the contacts and the history of a number that is
 * also used in the WhatsApp Business app; each can be asked for once.
 */
final class Coexistence {

    private static final int PHASES = 3;

    private final World world;
    private final Chats chats;
    private final Weather weather;
    private final Webhooks webhooks;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    Coexistence(World world, Chats chats, Weather weather, Webhooks webhooks) {
        this.world = world;
        this.chats = chats;
        this.weather = weather;
        this.webhooks = webhooks;
    }

    Answer sync(Request request) throws IOException {
        String id = request.variable("id");
        Line line =
                world.line(id)
                        .filter(one -> one.number().coexistence())
                        .orElseThrow(() -> GraphError.unknownObject(id));
        String type = Json.text(request.object(), "sync_type");
        Map<String, Runnable> kinds =
                Map.of(
                        "smb_app_state_sync", () -> contacts(line),
                        "history", () -> history(line));
        if (!kinds.containsKey(type)) {
            throw GraphError.parameter("sync_type must be one of " + kinds.keySet());
        }
        if (!asked.add(line.number() + type)) {
            throw GraphError.plain(400, 2593107, "(#2593107) A sync can be asked for only once.");
        }
        kinds.get(type).run();
        return Answer.json(
                Json.object()
                        .put("messaging_product", "whatsapp")
                        .put("request_id", UUID.randomUUID().toString()));
    }

    private void contacts(Line line) {
        ObjectNode value = Payload.value(line);
        for (Customer customer : world.customers()) {
            ObjectNode one = value.withArray("state_sync").addObject();
            one.put("type", "contact").put("action", "add");
            one.putObject("contact")
                    .put("full_name", customer.name())
                    .put("first_name", customer.name().split(" ", 2)[0])
                    .put("phone_number", customer.phone());
            one.putObject("metadata")
                    .put("timestamp", Long.toString(weather.clock().now().getEpochSecond()));
        }
        webhooks.event(line, "smb_app_state_sync", value);
    }

    /** In three phases, of which the first has the newest; each chat is one chunk. */
    private void history(Line line) {
        List<Chat> all =
                world.customers().stream()
                        .map(customer -> chats.between(customer, line))
                        .filter(chat -> !chat.all().isEmpty())
                        .toList();
        for (int phase = 0; phase < PHASES; phase++) {
            ObjectNode value = Payload.value(line);
            ObjectNode chunk = value.putArray("history").addObject();
            chunk.putObject("metadata")
                    .put("phase", phase)
                    .put("chunk_order", 1)
                    .put("progress", 100 * (phase + 1) / PHASES);
            ArrayNode threads = chunk.putArray("threads");
            for (int i = phase; i < all.size(); i += PHASES) {
                threads.add(thread(all.get(i)));
            }
            webhooks.event(line, "history", value);
        }
    }

    private static ObjectNode thread(Chat chat) {
        ObjectNode thread = Json.object().put("id", chat.customer().phone());
        ArrayNode messages = thread.putArray("messages");
        for (Entry entry : chat.all()) {
            boolean theirs = entry.from() == Entry.Side.CUSTOMER;
            String customer = chat.customer().phone();
            String business = chat.line().digits();
            ObjectNode message =
                    messages.addObject()
                            .put("from", theirs ? customer : business)
                            .put("to", theirs ? business : customer)
                            .put("id", entry.wamid())
                            .put("timestamp", Long.toString(entry.at().getEpochSecond()));
            message.setAll(entry.content());
            message.putObject("history_context")
                    .put("status", entry.status().name())
                    .put("from_me", !theirs);
        }
        return thread;
    }
}
