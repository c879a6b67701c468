package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Routes;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.MediaAddresses;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.Posts;
import io.moked.simulator.world.Setup.Waba;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.util.Optional;

/** The calls of the Graph API, under any version; about things that have an id also without one. */
public final class GraphApi {

    private static final String VERSION = "/v{version}";
    private static final String ID = "(?:" + VERSION + "|(?=/\\d))/{id}";

    private final Templates templates;
    private final TemplateLife life;
    private final Gate gate;
    private final Sending sending;
    private final MediaCalls mediaCalls;
    private final Nodes nodes;
    private final TemplateCalls templateCalls;
    private final Journeys journeys;
    private final SubscribedApps subscribedApps;
    private final Registration registration;
    private final Signups signups;
    private final Uploads uploads;
    private final Profiles profiles;
    private final BlockedUsers blockedUsers;
    private final Coexistence coexistence;

    public GraphApi(
            World world,
            Chats chats,
            Posts posts,
            MediaStore media,
            Weather weather,
            Webhooks webhooks,
            MediaAddresses addresses) {
        templates = new Templates();
        life = new TemplateLife(world, weather, templates, webhooks);
        var verdicts = new Verdicts(world, weather, templates, media);
        journeys = new Journeys(chats, webhooks, weather, templates, new Links(media), verdicts);
        gate = new Gate(world, weather, id -> owner(world, templates, id));
        sending = new Sending(world, chats, posts, weather, journeys, media, templates, verdicts);
        mediaCalls = new MediaCalls(media, addresses);
        nodes = new Nodes(world, media, mediaCalls, templates);
        subscribedApps = new SubscribedApps(world, gate);
        registration = new Registration(world, weather, webhooks);
        signups = new Signups(world, weather, gate);
        uploads = new Uploads(world, gate);
        var checks = new TemplateChecks(uploads::holds);
        templateCalls = new TemplateCalls(world, weather, templates, life, checks);
        profiles = new Profiles(world, uploads);
        blockedUsers = new BlockedUsers(world, chats, weather);
        coexistence = new Coexistence(world, chats, weather, webhooks);
    }

    private static Optional<Waba> owner(World world, Templates templates, String id) {
        return world.line(id)
                .map(World.Line::waba)
                .or(() -> world.waba(id))
                .or(() -> templates.owner(id).flatMap(world::waba));
    }

    public Templates templates() {
        return templates;
    }

    public TemplateLife templateLife() {
        return life;
    }

    /** Takes up the messages an earlier life had accepted. */
    public void goOn(Chat chat) {
        journeys.goOn(chat);
    }

    public void addTo(Routes routes) {
        addAccess(routes);
        addNumbers(routes);
        addAccounts(routes);
        routes.on("GET", ID, gate.reading(nodes::get))
                .on("DELETE", ID, gate.reading(nodes::delete));
    }

    private void addAccess(Routes routes) {
        routes.on("GET", VERSION + "/oauth/access_token", signups::exchange)
                .on("POST", VERSION + "/oauth/access_token", signups::exchange)
                .on("GET", VERSION + "/debug_token", signups::debug)
                .on("POST", ID + "/uploads", gate.open(uploads::begin))
                .on("POST", VERSION + "/upload:{upload}", gate.open(uploads::append))
                .on("GET", VERSION + "/upload:{upload}", gate.open(uploads::progress));
    }

    private void addNumbers(Routes routes) {
        routes.on("POST", ID + "/messages", gate.sending(sending::post))
                .on("POST", ID + "/media", gate.reading(mediaCalls::upload))
                .on("GET", "/whatsapp_business/attachments/", gate.open(mediaCalls::download))
                .on("POST", ID + "/register", gate.managing(registration::register))
                .on("POST", ID + "/deregister", gate.managing(registration::deregister))
                .on("POST", ID + "/request_code", gate.managing(registration::requestCode))
                .on("POST", ID + "/verify_code", gate.managing(registration::verifyCode))
                .on("GET", ID + "/whatsapp_business_profile", gate.reading(profiles::get))
                .on("POST", ID + "/whatsapp_business_profile", gate.reading(profiles::change))
                .on("GET", ID + "/block_users", gate.reading(blockedUsers::list))
                .on("POST", ID + "/block_users", gate.reading(blockedUsers::block))
                .on("DELETE", ID + "/block_users", gate.reading(blockedUsers::unblock))
                .on("POST", ID + "/smb_app_data", gate.reading(coexistence::sync))
                .on("POST", ID, gate.managing(this::change));
    }

    private Answer change(Request request) throws Exception {
        return templates.find(request.variable("id")).isPresent()
                ? templateCalls.edit(request)
                : registration.change(request);
    }

    private void addAccounts(Routes routes) {
        routes.on("GET", ID + "/phone_numbers", gate.managing(nodes::numbers))
                .on("GET", ID + "/subscribed_apps", gate.managing(subscribedApps::list))
                .on("POST", ID + "/subscribed_apps", gate.managing(subscribedApps::add))
                .on("DELETE", ID + "/subscribed_apps", gate.managing(subscribedApps::remove))
                .on("GET", ID + "/message_templates", gate.managing(templateCalls::list))
                .on("POST", ID + "/message_templates", gate.managing(templateCalls::create))
                .on("DELETE", ID + "/message_templates", gate.managing(templateCalls::remove));
    }
}
