package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.webhook.Handshake;
import io.moked.simulator.world.Setup.App;
import io.moked.simulator.world.Setup.Token;
import io.moked.simulator.world.Subscriptions;
import io.moked.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /{waba-id}/subscribed_apps}: which apps hear of an account, and where. */
final class SubscribedApps {

    private static final int LONGEST_CALLBACK = 200;

    private final World world;
    private final Gate gate;

    SubscribedApps(World world, Gate gate) {
        this.world = world;
        this.gate = gate;
    }

    Answer list(Request request) {
        Subscriptions subscriptions = subscriptions(request);
        ArrayNode data = Json.array();
        for (String appId : subscriptions.appIds()) {
            ObjectNode one = data.addObject();
            one.putObject("whatsapp_business_api_data")
                    .put("id", appId)
                    .put("name", world.app(appId).map(App::name).orElse("Simulated app"))
                    .put("link", "https://www.facebook.com/games/?app_id=" + appId);
            subscriptions
                    .override(appId)
                    .ifPresent(uri -> one.put("override_callback_uri", uri.toString()));
        }
        return Answer.json(Json.object().set("data", data));
    }

    Answer add(Request request) throws IOException, InterruptedException {
        Subscriptions subscriptions = subscriptions(request);
        ObjectNode body = request.object();
        subscriptions.add(app(request), verified(body, "override_callback_uri"));
        return Answer.SUCCESS;
    }

    Answer remove(Request request) {
        subscriptions(request).remove(app(request));
        return Answer.SUCCESS;
    }

    /** The callback a body asks for, once it has proved itself; nothing when it asks for none. */
    static @Nullable URI verified(JsonNode body, String field) throws InterruptedException {
        String callback = Json.text(body, field);
        if (callback.isEmpty()) {
            return null;
        }
        if (callback.length() > LONGEST_CALLBACK) {
            throw GraphError.parameter(
                    field + " must be at most " + LONGEST_CALLBACK + " characters long.");
        }
        URI uri = URI.create(callback);
        JsonNode proof = Handshake.with(uri, Json.text(body, "verify_token"));
        if (!proof.path("verified").asBoolean(false)) {
            throw GraphError.plain(
                    400,
                    2200,
                    "(#2200) Callback verification failed with the following errors: HTTP Status"
                            + " Code = "
                            + proof.path("status").asInt(0));
        }
        return uri;
    }

    private String app(Request request) {
        Token token = gate.token(request);
        if (token.appId() == null) {
            throw GraphError.plain(400, 100, "(#100) The token belongs to no app");
        }
        return token.appId();
    }

    private Subscriptions subscriptions(Request request) {
        String id = request.variable("id");
        return world.accounts().of(world.waba(id).orElseThrow(() -> GraphError.unknownObject(id)));
    }
}
