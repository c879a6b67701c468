package io.moked.simulator.control;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Routes;
import io.moked.simulator.webhook.Occasions;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.World;
import io.moked.simulator.world.WorldClock;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of people: other numbers and names, phones that are off, and new ones. */
public final class People {

    private static final Set<String> OWN =
            Set.of("name", "language", "avatarColor", "username", "hidesPhone", "offline");

    private final World world;
    private final Chats chats;
    private final Phones phones;
    private final Webhooks webhooks;
    private final WorldClock clock;

    public People(World world, Chats chats, Phones phones, Webhooks webhooks, WorldClock clock) {
        this.world = world;
        this.chats = chats;
        this.phones = phones;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        String customer = "/simulator/customers/{waId}";
        routes.on("PUT", customer, this::change)
                .on("POST", customer + "/number", this::changeNumber)
                .on("POST", customer + "/identity", request -> changeIdentity(request));
    }

    /** Changes what is named; a phone that is back takes and sends what had to wait. */
    private Answer change(Request request) throws IOException {
        ObjectNode changes = request.object();
        changes.properties().removeIf(one -> !OWN.contains(one.getKey()));
        Customer before = customer(request);
        Customer after = become(before, changes);
        if (before.offline() && !after.offline()) {
            chats.of(after).forEach(phones::goOn);
        }
        return Answer.json(after);
    }

    private Answer changeNumber(Request request) throws IOException {
        String phone = Json.text(request.object(), "phone").replaceAll("\\D", "");
        if (phone.isEmpty() || world.reached(phone).isPresent()) {
            throw Refusal.of(409, "Somebody has the number " + phone);
        }
        Customer before = customer(request);
        Customer after = become(before, Json.object().put("phone", phone));
        tell(after, (chat, wamid) -> Occasions.changed(chat, before, wamid, now()));
        return Answer.json(after);
    }

    /** The person has a new phone with the same number. */
    private Answer changeIdentity(Request request) {
        Customer after =
                become(
                        customer(request),
                        Json.object().put("identity", UUID.randomUUID().toString()));
        tell(after, (chat, wamid) -> Occasions.identityChanged(chat, wamid, now()));
        return Answer.json(after);
    }

    /** Every business the person has written with hears of it. */
    private void tell(Customer customer, BiFunction<Chat, String, ObjectNode> what) {
        for (Chat chat : chats.of(customer)) {
            if (!chat.all().isEmpty()) {
                String wamid = chats.unkept(chat, now(), Json.object()).wamid();
                webhooks.post(chat.line(), customer.waId(), "messages", what.apply(chat, wamid));
            }
        }
    }

    private Customer become(Customer before, ObjectNode changes) {
        ObjectNode all = Json.MAPPER.valueToTree(before);
        all.setAll(changes);
        Customer after = Json.MAPPER.treeToValue(all, Customer.class);
        world.change(before.waId(), one -> after);
        chats.renew(world);
        return after;
    }

    private Instant now() {
        return clock.now();
    }

    private Customer customer(Request request) {
        String waId = request.variable("waId");
        return world.customer(waId)
                .orElseThrow(() -> Refusal.of(404, "No customer " + waId + " is set up"));
    }
}
