package io.moked;

import io.moked.operations.DemoAccess.Tenant;
import io.moked.operations.DemoGuests;
import io.moked.operations.DemoGuests.Guest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Sends one broadcast for each business of a new demo, once everything is ready: a list of contacts
 * is taken in, a template goes to them, and the simulator's people read, answer and refuse. All of
 * it goes the way that people's own would go.
 */
final class DemoBroadcast {

    private static final Logger LOG = LoggerFactory.getLogger(DemoBroadcast.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LOOKS = 240;

    /** Whose phones are off; who wants no marketing; and how many read it. */
    private static final List<Integer> OFFLINE = List.of(4, 17);

    private static final int UNWILLING = 7;
    private static final int READERS = 16;

    private static final List<Show> SHOWS =
            List.of(
                    new Show(
                            "Peonies have arrived",
                            "seasonal_offer",
                            Map.of(),
                            "newsletter",
                            "Signed up at the till",
                            "newsletter.csv",
                            "US",
                            "America/New_York",
                            List.of(
                                    "Lovely! Do you deliver them too?",
                                    "Please keep a bunch for me until Wednesday",
                                    "Are there white ones?")),
                    new Show(
                            "תזכורת לתורים של יום ראשון",
                            "appointment_reminder",
                            Map.of("body.2", "ראשון", "body.3", "10:30"),
                            "תזכורות",
                            "נרשמו בדלפק",
                            "reminders.csv",
                            "IL",
                            "Asia/Jerusalem",
                            List.of(
                                    "תודה, נגיע",
                                    "אפשר לדחות ליום שני?",
                                    "האם צריך להביא הפניה?")));

    private final DemoTalk talk;
    private final Tenant tenant;
    private final Show show;
    private final List<Guest> guests;

    private DemoBroadcast(DemoTalk talk, Tenant tenant, int business) {
        this.talk = talk;
        this.tenant = tenant;
        this.show = SHOWS.get(business);
        this.guests = DemoGuests.of(business);
    }

    /** What a business sends to whom. */
    private record Show(
            String name,
            String template,
            Map<String, String> values,
            String label,
            String optInWords,
            String file,
            String country,
            String timeZone,
            List<String> answers) {}

    /** Nobody waits for it, and a demo that has been shown before needs no other. */
    static void start(DemoFile demo) {
        Thread.startVirtualThread(() -> {
            try (var talk = new DemoTalk(demo.api(), demo.simulator())) {
                for (int business = 0; business < SHOWS.size(); business++) {
                    new DemoBroadcast(talk, demo.tenants().get(business), business).send();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (Exception away) {
                LOG.info("The demo has no broadcast: {}", away.getClass().getSimpleName());
            }
        });
    }

    private void send() throws Exception {
        if (!items("/broadcasts").isEmpty()) {
            return;
        }
        takeIn();
        for (int place : OFFLINE) {
            talk.simulator("PUT", person(place), Map.of("offline", true));
        }
        talk.simulator("POST", chat(UNWILLING) + "/marketing", Map.of("value", "stop"));
        await(() -> consent(UNWILLING).equals("stopped"));
        var broadcast = talk.api(tenant, "POST", "/broadcasts", plan()).path("id").asString();
        await(() -> broadcast(broadcast).path("state").asString().equals("finished"));
        await(() -> broadcast(broadcast).path("results").path("delivered").asInt() > READERS);
        answer();
    }

    private void takeIn() throws Exception {
        var list = talk.bring(tenant, "/contact-lists", show.file(), table()).path("list");
        var path = "/contact-lists/" + list.path("id").asString();
        var plan = new HashMap<String, Object>();
        plan.put("headed", true);
        plan.put("phone", 0);
        plan.put("names", List.of(1));
        plan.put("language", 2);
        plan.put("country", show.country());
        plan.put("label", show.label());
        plan.put("optIn", "everybody");
        plan.put("optInWords", show.optInWords());
        talk.api(tenant, "PUT", path + "/plan", plan);
        talk.api(tenant, "POST", path + "/start", Map.of());
        await(() ->
                talk.api(tenant, "GET", path, null)
                        .path("list")
                        .path("state")
                        .asString()
                        .equals("done"));
    }

    /** With two lines that are no good and one that says it again, as in any list. */
    private String table() {
        var lines = new ArrayList<String>();
        lines.add("phone,name,language");
        guests.forEach(it -> lines.add("+" + it.phone() + "," + it.name() + "," + it.language()));
        var first = guests.getFirst();
        lines.add("12," + first.name() + "," + first.language());
        lines.add("," + first.name() + "," + first.language());
        lines.add("+" + first.phone() + "," + first.name() + "," + first.language());
        return String.join("\n", lines) + "\n";
    }

    private Map<String, Object> plan() throws Exception {
        var templates = "/templates?status=approved&q=" + show.template();
        await(() -> !items(templates).isEmpty());
        var template =
                items(templates).stream()
                        .filter(it -> it.path("language").asString().equals(tenant.language()))
                        .findFirst()
                        .orElseThrow();
        var values = new HashMap<String, Object>();
        values.put("body.1", Map.of("field", "first-name", "otherwise", "👋"));
        show.values().forEach((key, text) -> values.put(key, Map.of("text", text)));
        var plan = new HashMap<String, Object>();
        plan.put("clientId", UUID.nameUUIDFromBytes(tenant.id().getBytes(StandardCharsets.UTF_8)));
        plan.put("name", show.name());
        plan.put("channelId", tenant.channels().getFirst().id());
        plan.put("templateId", template.path("id").asString());
        plan.put("values", values);
        plan.put("criteria", Map.of("labels", List.of(show.label())));
        plan.put("timeZone", show.timeZone());
        return plan;
    }

    private void answer() throws Exception {
        for (int place = 0; place < READERS; place++) {
            talk.simulator("POST", chat(place) + "/read", Map.of());
        }
        var number = tenant.channels().getFirst().phoneNumberId();
        for (int place = 0; place < show.answers().size(); place++) {
            var text = Map.of("body", show.answers().get(place));
            talk.simulator(
                    "POST",
                    person(place) + "/messages",
                    Map.of("to", number, "type", "text", "text", text));
        }
    }

    private String person(int place) {
        return "/simulator/customers/" + guests.get(place).phone();
    }

    private String chat(int place) {
        return person(place) + "/chats/" + tenant.channels().getFirst().phoneNumberId();
    }

    private String consent(int place) throws IOException, InterruptedException {
        var contact = items("/contacts?q=" + guests.get(place).phone()).getFirst();
        var path = "/contacts/" + contact.path("id").asString() + "/consent";
        return talk.api(tenant, "GET", path, null).path("marketing").asString();
    }

    private JsonNode broadcast(String id) throws IOException, InterruptedException {
        return talk.api(tenant, "GET", "/broadcasts/" + id, null);
    }

    private List<JsonNode> items(String path) throws IOException, InterruptedException {
        return talk.api(tenant, "GET", path, null).path("items").valueStream().toList();
    }

    private static void await(Callable<Boolean> done) throws Exception {
        for (int look = 0; look < LOOKS && !done.call(); look++) {
            Thread.sleep(LOOK);
        }
    }
}
