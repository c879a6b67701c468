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
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.io.IOException;
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
        chats.reopen(world).forEach(goOn);
        chats.announce();
    }

    private ObjectNode withoutSecrets() {
        ObjectNode setup = Json.MAPPER.valueToTree(world.setup());
        setup.path("apps").forEach(app -> app.asObject().remove("secret"));
        setup.path("apps").forEach(app -> app.asObject().remove("verifyToken"));
        setup.path("wabas")
                .forEach(waba ->
                        waba.path("numbers").forEach(one -> one.asObject().remove("token")));
        return setup;
    }

    private Answer verify(Request request) throws InterruptedException {
        String id = request.variable("id");
        return Answer.json(
                Handshake.with(world.app(id).orElseThrow(() -> Refusal.of(404, "No app " + id))));
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
}
