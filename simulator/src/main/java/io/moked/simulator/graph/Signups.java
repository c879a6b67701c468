package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.world.Setup.App;
import io.moked.simulator.world.Setup.Token;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges the code of an embedded signup for a token, and tells what a token is worth. */
final class Signups {

    private final World world;
    private final Weather weather;
    private final Gate gate;

    Signups(World world, Weather weather, Gate gate) {
        this.world = world;
        this.weather = weather;
        this.gate = gate;
    }

    Answer exchange(Request request) {
        App app =
                world.app(request.query("client_id"))
                        .filter(one -> one.secret().equals(request.query("client_secret")))
                        .orElseThrow(
                                () -> GraphError.plain(400, 1, "Error validating client secret."));
        Token token =
                world.tokens()
                        .exchange(app.id(), request.query("code"), weather.clock().now())
                        .orElseThrow(() ->
                                GraphError.withSubcode(
                                        400,
                                        100,
                                        36007,
                                        "This authorization code has expired or has been used."));
        return Answer.json(
                Json.object().put("access_token", token.token()).put("token_type", "bearer"));
    }

    Answer debug(Request request) {
        gate.token(request);
        String input = request.query("input_token");
        ObjectNode data = Json.object();
        Optional<Token> known = world.token(input);
        Instant now = weather.clock().now();
        boolean valid = known.filter(one -> one.death(now).isEmpty()).isPresent();
        known.ifPresent(token -> describe(token, data));
        data.put("is_valid", valid);
        if (!valid) {
            data.putObject("error")
                    .put("code", 190)
                    .put(
                            "message",
                            known.isPresent()
                                    ? "Error validating access token: Session has expired"
                                    : "Invalid OAuth access token - Cannot parse access token");
        }
        return Answer.json(Json.object().set("data", data));
    }

    private void describe(Token token, ObjectNode data) {
        Instant expires = token.expires();
        data.put("app_id", token.appId())
                .put("type", "SYSTEM_USER")
                .put("application", "Simulated app")
                .put("expires_at", expires == null ? 0 : expires.getEpochSecond())
                .put("data_access_expires_at", 0)
                .put("user_id", "1");
        var scopes = data.putArray("scopes");
        token.granted().forEach(scopes::add);
        // Since June 2026 management no longer appears among the granular ones.
        var granular = data.putArray("granular_scopes").addObject();
        var targets = granular.put("scope", "whatsapp_business_messaging").putArray("target_ids");
        world.setup().wabas().stream().filter(token::reaches).forEach(one -> targets.add(one.id()));
    }
}
