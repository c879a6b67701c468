package io.moked;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A contact who has just written, and what they are sent. */
public final class Outbound {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    private final Api agent;
    public final String phone;
    public final String wamid = Meta.newId();
    public final String conversation;

    public Outbound(Journey journey) {
        agent = journey.agent;
        phone = Meta.newPhone();
        journey.meta.deliver(journey.business, List.of(Meta.text(phone, wamid, "hello?")));
        conversation = journey.idOf(phone);
    }

    /** Single quotes stand for double ones. */
    public static JsonNode json(String written) {
        return JSON.readTree(written.replace('\'', '"'));
    }

    public Api.Answer reply(String content) {
        return reply(content, null);
    }

    public Api.Answer reply(String content, String replyTo) {
        var reply = new HashMap<String, Object>();
        reply.put("clientId", UUID.randomUUID());
        reply.put("content", json(content));
        reply.put("replyTo", replyTo);
        return agent.post("/conversations/" + conversation + "/replies", reply);
    }

    /** What reaches Meta, all of it. */
    public JsonNode sent(String content) {
        return sent(content, null);
    }

    public JsonNode sent(String content, String replyTo) {
        int before = GraphStub.get().acceptedFor(phone).size();
        var answer = reply(content, replyTo);
        if (answer.status() != 201) {
            throw new AssertionError("Refused: " + answer.body());
        }
        await().until(() -> GraphStub.get().acceptedFor(phone).size() > before);
        return GraphStub.get().acceptedFor(phone).getLast();
    }

    /** What is said, without the envelope that is the same for all. */
    public static JsonNode said(JsonNode sent) {
        var said = (ObjectNode) sent.deepCopy();
        return said.without(
                List.of("messaging_product", "recipient_type", "to", "biz_opaque_callback_data"));
    }

    public String picture() {
        var media = agent.upload("orchid.png", "image/png", PICTURE).body();
        return media.path("id").asString();
    }

    /** Our id of what the contact wrote. */
    public String theirs() {
        return messages().getLast().path("id").asString();
    }

    public List<JsonNode> messages() {
        return agent.items("/conversations/" + conversation + "/messages");
    }

    /** Which field a refusal names, and what is wrong with it. */
    public static Map<String, String> errors(Api.Answer refused) {
        var errors = new HashMap<String, String>();
        refused.body()
                .path("errors")
                .forEach(it ->
                        errors.put(it.path("field").asString(), it.path("message").asString()));
        return errors;
    }
}
