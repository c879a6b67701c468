package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.NumberState;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Proves a number, registers it with its PIN, and changes its PIN or its callback. */
final class Registration {

    private static final Pattern PIN = Pattern.compile("\\d{6}");

    private final World world;
    private final Weather weather;
    private final Webhooks webhooks;

    Registration(World world, Weather weather, Webhooks webhooks) {
        this.world = world;
        this.weather = weather;
        this.webhooks = webhooks;
    }

    Answer register(Request request) throws IOException {
        NumberState number = number(request);
        ObjectNode body = request.object();
        String pin = pin(body);
        count(number);
        if (!number.verified()) {
            throw GraphError.of(
                    400,
                    133006,
                    "Phone number re-verification needed",
                    "Phone number needs to be verified before registering.");
        }
        if (!number.register(pin)) {
            throw GraphError.of(
                    400,
                    133005,
                    "Two step verification PIN mismatch",
                    "Two-step verification PIN incorrect.");
        }
        return Answer.SUCCESS;
    }

    Answer deregister(Request request) {
        NumberState number = number(request);
        if (!number.registered()) {
            throw GraphError.withSubcode(
                    400,
                    100,
                    2207051,
                    "Phone number not registered on the WhatsApp Business Platform.");
        }
        count(number);
        number.deregister();
        return Answer.SUCCESS;
    }

    private void count(NumberState number) {
        if (!number.mayRegister(weather.clock().now())) {
            throw GraphError.of(
                    400,
                    133016,
                    "Account register / deregister rate limit exceeded",
                    "Too many registrations and deregistrations of this number within 72 hours.");
        }
    }

    Answer requestCode(Request request) throws IOException {
        NumberState number = number(request);
        ObjectNode body = request.object();
        if (!List.of("SMS", "VOICE").contains(Json.text(body, "code_method"))) {
            throw GraphError.parameter("code_method must be SMS or VOICE");
        }
        Limit.required(body, "language");
        if (number.verified()) {
            throw GraphError.of(
                    400,
                    136024,
                    "Request code error",
                    "This phone number has already been verified.");
        }
        number.requestCode();
        return Answer.SUCCESS;
    }

    Answer verifyCode(Request request) throws IOException {
        if (!number(request).verify(Json.text(request.object(), "code"))) {
            throw GraphError.of(400, 136025, "Verify code error", "The code couldn't be verified.");
        }
        return Answer.json(Json.object().put("success", true).put("id", request.variable("id")));
    }

    /** {@code POST /{phone-number-id}}: a new PIN, or another callback for its messages. */
    Answer change(Request request) throws IOException, InterruptedException {
        Line line = line(request);
        ObjectNode body = request.object();
        if (body.has("webhook_configuration")) {
            world.state(line)
                    .callback(
                            SubscribedApps.verified(
                                    body.path("webhook_configuration"), "override_callback_uri"));
        } else {
            world.state(line).changePin(pin(body));
            webhooks.event(
                    line,
                    "security",
                    Json.object()
                            .put("display_phone_number", line.digits())
                            .put("event", "PIN_CHANGED"));
        }
        return Answer.SUCCESS;
    }

    private static String pin(ObjectNode body) {
        String pin = Json.text(body, "pin");
        if (!PIN.matcher(pin).matches()) {
            throw GraphError.parameter("Invalid PIN format. PIN must be exactly 6 digits");
        }
        return pin;
    }

    private NumberState number(Request request) {
        return world.state(line(request));
    }

    private Line line(Request request) {
        String id = request.variable("id");
        return world.line(id).orElseThrow(() -> GraphError.unknownObject(id));
    }
}
