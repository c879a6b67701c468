package io.moked.simulator.control;

import io.moked.simulator.graph.TemplateLife;
import io.moked.simulator.graph.Templates;
import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Routes;
import io.moked.simulator.webhook.Occasions;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.NumberState;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Meta, or the business itself outside of the API, does with numbers and templates. */
public final class Businesses {

    private final World world;
    private final Chats chats;
    private final Webhooks webhooks;
    private final Templates templates;
    private final TemplateLife life;
    private final Samples samples;

    public Businesses(
            World world,
            Chats chats,
            Webhooks webhooks,
            Templates templates,
            TemplateLife life,
            Samples samples) {
        this.world = world;
        this.chats = chats;
        this.webhooks = webhooks;
        this.templates = templates;
        this.life = life;
        this.samples = samples;
    }

    public void addTo(Routes routes) {
        String number = "/simulator/numbers/{id}";
        routes.on("GET", number, this::show)
                .on("PUT", number, this::change)
                .on("POST", number + "/webhooks", this::post)
                .on("POST", number + "/replays", this::replay)
                .on("POST", number + "/echoes", this::echo)
                .on("GET", "/simulator/webhooks", request -> Answer.json(samples.all()))
                .on("PUT", "/simulator/templates/{id}", this::changeTemplate);
    }

    /** The number as it stands, with the code a text message would bring. */
    private Answer show(Request request) {
        NumberState state = world.state(line(request));
        ObjectNode node = state.node();
        state.code().ifPresent(code -> node.put("code", code));
        node.set("profile", state.profile());
        node.set("blocked", Json.MAPPER.valueToTree(state.blocked()));
        return Answer.json(node);
    }

    /** Changes what the Graph API shows of a number, and tells what Meta tells of it. */
    private Answer change(Request request) throws IOException {
        Line line = line(request);
        ObjectNode changes = request.object();
        ObjectNode before = world.state(line).node();
        world.state(line).change(changes);
        NumberEvents.of(line, before, changes)
                .forEach((field, value) -> webhooks.event(line, field, value));
        return show(request);
    }

    /** Any webhook: a field with Meta's sample of it, or with a value of one's own. */
    private Answer post(Request request) throws IOException {
        Line line = line(request);
        ObjectNode body = request.object();
        ObjectNode value =
                body.has("value")
                        ? body.path("value").asObject()
                        : samples.of(Json.text(body, "field"), Json.text(body, "event"), line);
        webhooks.event(line, Json.text(body, "field"), value);
        return Answer.json(201, value);
    }

    /** A delivery that was recorded elsewhere, as if it had been about this number. */
    private Answer replay(Request request) throws IOException {
        Line line = line(request);
        ObjectNode recorded = request.object();
        if (recorded.path("entry").isEmpty()) {
            throw Refusal.of(400, "A delivery has entries");
        }
        for (JsonNode entry : recorded.path("entry")) {
            entry.asObject().put("id", line.waba().id());
            for (JsonNode change : entry.path("changes")) {
                if (change.at("/value/metadata") instanceof ObjectNode which) {
                    which.put("phone_number_id", line.number().id())
                            .put("display_phone_number", line.digits());
                }
            }
        }
        return Answer.json(202, Json.object().put("apps", webhooks.replay(line, recorded)));
    }

    /**
     * The business writes in its app: the phone gets it, and apps an echo. Where another app has
     * the conversation, it is that one that writes.
     */
    private Answer echo(Request request) throws IOException {
        Line line = line(request);
        ObjectNode message = request.object();
        String to = Json.text(message, "to");
        message.remove("to");
        Chat chat =
                chats.between(
                        world.customer(to).orElseThrow(() -> Refusal.of(404, "No customer " + to)),
                        line);
        Entry entry = chats.accepted(List.of(chat), message, null).getFirst();
        chats.raise(chat, one -> one.wamid().equals(entry.wamid()), Entry.Status.DELIVERED);
        String field = chat.standsBy() ? "standby" : "smb_message_echoes";
        webhooks.post(line, chat.customer().waId(), field, Occasions.echo(chat, entry));
        return Answer.json(201, Json.object().put("wamid", entry.wamid()));
    }

    private Answer changeTemplate(Request request) throws IOException {
        String id = request.variable("id");
        ObjectNode template =
                templates.find(id).orElseThrow(() -> Refusal.of(404, "No template " + id));
        life.change(template, request.object());
        return Answer.json(template);
    }

    private Line line(Request request) {
        String id = request.variable("id");
        return world.line(id).orElseThrow(() -> Refusal.of(404, "No number " + id + " is set up"));
    }
}
