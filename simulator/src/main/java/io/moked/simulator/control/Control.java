package io.moked.simulator.control;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Routes;
import io.moked.simulator.webhook.Deliveries;
import io.moked.simulator.webhook.Handshake;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Events;
import io.moked.simulator.world.Faults;
import io.moked.simulator.world.Posts;
import io.moked.simulator.world.Setup;
import io.moked.simulator.world.Setup.App;
import io.moked.simulator.world.Setup.Waba;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.WorldClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Sets the world up, makes things go wrong, and shows what was posted and delivered. */
public final class Control {

    private static final int DELIVERIES_SHOWN = 200;

    private final World world;
    private final Weather weather;
    private final Posts posts;
    private final Deliveries deliveries;
    private final Chats chats;
    private final Consumer<Chat> goOn;

    public Control(
            World world,
            Weather weather,
            Posts posts,
            Deliveries deliveries,
            Chats chats,
            Consumer<Chat> goOn) {
        this.world = world;
        this.weather = weather;
        this.posts = posts;
        this.deliveries = deliveries;
        this.chats = chats;
        this.goOn = goOn;
    }

    public void addTo(Routes routes, Events events) {
        routes.on("GET", "/simulator/setup", request -> Answer.json(withoutSecrets()))
                .on("PUT", "/simulator/setup", this::setUp)
                .on("POST", "/simulator/apps/{id}/verification", this::verify)
                .on("GET", "/simulator/posts", request -> posts())
                .on("DELETE", "/simulator/posts", request -> clearPosts())
                .on("GET", "/simulator/deliveries", request -> deliveries())
                .on("DELETE", "/simulator/deliveries", request -> clearDeliveries())
                .on("GET", "/simulator/faults", request -> Answer.json(weather.faults()))
                .on("PUT", "/simulator/faults", this::setFaults)
                .on("DELETE", "/simulator/faults", request -> clearFaults())
                .on("GET", "/simulator/settings", request -> Answer.json(weather.settings()))
                .on("PUT", "/simulator/settings", this::setSettings)
                .on("GET", "/simulator/clock", request -> clock())
                .on("PUT", "/simulator/clock", this::setClock)
                .on("DELETE", "/simulator/clock", request -> realTime())
                .on("POST", "/simulator/signups", this::signUp)
                .on("GET", "/simulator/events", request -> events.stream());
    }

    private Answer setUp(Request request) throws IOException {
        setUp(Json.MAPPER.treeToValue(request.object(), Setup.class));
        return Answer.json(withoutSecrets());
    }

    /**
     * The same setup again changes nothing; chats stay whatever is set up, and those of an earlier
     * life go on once their people are there.
     */
    public void setUp(Setup setup) {
        world.become(setup);
        chats.renew(world);
        chats.reopen(world).forEach(goOn);
    }

    private ObjectNode withoutSecrets() {
        ObjectNode setup = Json.MAPPER.valueToTree(world.setup());
        setup.set("customers", Json.MAPPER.valueToTree(world.customers()));
        setup.remove("tokens");
        setup.path("apps").forEach(app -> app.asObject().remove("secret"));
        setup.path("apps").forEach(app -> app.asObject().remove("verifyToken"));
        setup.path("wabas")
                .forEach(waba ->
                        waba.path("numbers")
                                .forEach(one -> one.asObject().remove(List.of("token", "pin"))));
        return setup;
    }

    private Answer verify(Request request) throws InterruptedException {
        String id = request.variable("id");
        App app = world.app(id).orElseThrow(() -> Refusal.of(404, "No app " + id));
        return Answer.json(Handshake.with(app.callback(), app.verifyToken()));
    }

    private Answer posts() {
        return Answer.json(Map.of("count", posts.count(), "posts", posts.all()));
    }

    private Answer clearPosts() {
        posts.clear();
        return Answer.NOTHING;
    }

    private Answer deliveries() {
        return Answer.json(Map.of("deliveries", deliveries.newest(DELIVERIES_SHOWN)));
    }

    private Answer clearDeliveries() {
        deliveries.clear();
        return Answer.NOTHING;
    }

    private Answer setFaults(Request request) throws IOException {
        weather.become(Json.MAPPER.treeToValue(request.object(), Faults.class));
        return Answer.json(weather.faults());
    }

    private Answer clearFaults() {
        weather.become(Faults.NONE);
        return Answer.NOTHING;
    }

    private Answer setSettings(Request request) throws IOException {
        weather.change(request.object());
        return Answer.json(weather.settings());
    }

    private Answer clock() {
        return Answer.json(Map.of("now", weather.clock().now(), "ahead", weather.clock().ahead()));
    }

    /** {@code now} sets the time, {@code advance} adds to it, as in PT25H. */
    private Answer setClock(Request request) throws IOException {
        ObjectNode body = request.object();
        WorldClock clock = weather.clock();
        if (body.has("now")) {
            clock.move(Duration.between(Instant.now(), Instant.parse(Json.text(body, "now"))));
        }
        if (body.has("advance")) {
            clock.move(clock.ahead().plus(Duration.parse(Json.text(body, "advance"))));
        }
        chats.renew(world);
        return clock();
    }

    private Answer realTime() {
        weather.clock().move(Duration.ZERO);
        chats.renew(world);
        return Answer.NOTHING;
    }

    /** What an embedded signup leaves with the page that opened it. */
    private Answer signUp(Request request) throws IOException {
        ObjectNode body = request.object();
        String wabaId = Json.text(body, "wabaId");
        Waba waba = world.waba(wabaId).orElseThrow(() -> Refusal.of(404, "No waba " + wabaId));
        String code =
                world.tokens().newCode(Json.text(body, "appId"), wabaId, weather.clock().now());
        ObjectNode data =
                Json.object().put("waba_id", wabaId).put("business_id", waba.businessId());
        waba.numbers().stream().findFirst().ifPresent(one -> data.put("phone_number_id", one.id()));
        return Answer.json(201, Json.object().put("code", code).set("data", data));
    }
}
