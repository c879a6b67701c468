package io.moked.simulator.control;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Routes;
import io.moked.simulator.world.NumberState;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import tools.jackson.databind.node.ObjectNode;

/** What Meta, or the business itself outside of the API, does with numbers and accounts. */
public final class Businesses {

    private final World world;

    public Businesses(World world) {
        this.world = world;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/simulator/numbers/{id}", this::show);
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

    private Line line(Request request) {
        String id = request.variable("id");
        return world.line(id).orElseThrow(() -> Refusal.of(404, "No number " + id + " is set up"));
    }
}
