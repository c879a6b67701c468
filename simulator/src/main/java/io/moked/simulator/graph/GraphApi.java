package io.moked.simulator.graph;

import io.moked.simulator.web.Routes;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.MediaAddresses;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.Posts;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;

/** The calls of the Graph API, under any version. */
public final class GraphApi {

    private static final String ID = "/v{version}/{id}";

    private final Gate gate;
    private final Sending sending;
    private final MediaCalls mediaCalls;
    private final Nodes nodes;
    private final TemplateCalls templateCalls;
    private final Journeys journeys;

    public GraphApi(
            World world,
            Chats chats,
            Posts posts,
            MediaStore media,
            Weather weather,
            Webhooks webhooks,
            MediaAddresses addresses) {
        var templates = new Templates();
        journeys = new Journeys(chats, webhooks, weather, templates, new Links(media));
        gate = new Gate(world, weather);
        sending = new Sending(world, chats, posts, weather, journeys, new Checks(media, templates));
        mediaCalls = new MediaCalls(media, addresses);
        nodes = new Nodes(world, media, mediaCalls);
        templateCalls = new TemplateCalls(world, weather, templates, webhooks);
    }

    /** Takes up the messages an earlier life had accepted. */
    public void goOn(Chat chat) {
        journeys.goOn(chat);
    }

    public void addTo(Routes routes) {
        routes.on("POST", ID + "/messages", gate.sending(sending::post))
                .on("POST", ID + "/media", gate.open(mediaCalls::upload))
                .on("GET", "/whatsapp_business/attachments/", gate.open(mediaCalls::download))
                .on("GET", ID + "/phone_numbers", gate.open(nodes::numbers))
                .on("GET", ID + "/subscribed_apps", gate.open(nodes::subscriptions))
                .on("POST", ID + "/subscribed_apps", gate.open(nodes::subscriptions))
                .on("GET", ID + "/message_templates", gate.open(templateCalls::list))
                .on("POST", ID + "/message_templates", gate.open(templateCalls::create))
                .on("DELETE", ID + "/message_templates", gate.open(templateCalls::remove))
                .on("GET", ID, gate.open(nodes::get))
                .on("DELETE", ID, gate.open(nodes::delete));
    }
}
