package io.moked.operations;

import io.moked.egress.EgressGate;
import io.moked.egress.Recipient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.env.PropertyResolver;
import tools.jackson.databind.json.JsonMapper;

/** Tells the simulator of a demo which numbers there are and who writes to them. */
class DemoSimulator {

    private static final List<List<String>> OPENING_LINES =
            List.of(
                    List.of(
                            "Hi! Do you deliver on Fridays?",
                            "My order arrived with two broken stems, what can you do?",
                            "Good morning, I would like a bouquet for my mother's birthday",
                            "Is the *white orchid* back in stock?"),
                    List.of(
                            "שלום, אפשר לקבוע תור לרופאת ילדים?",
                            "היי, מתי התוצאות של בדיקת הדם יהיו מוכנות?",
                            "בוקר טוב, אני צריכה טופס 17 לאורתופד",
                            "האם המרפאה פתוחה ביום שישי?"));

    private final EgressGate gate;
    private final JsonMapper json;
    private final URI address;
    private final Recipient simulator;
    private final DemoKeys keys;
    private final String app;
    private final Map<String, String> webhook;

    DemoSimulator(EgressGate gate, JsonMapper json, DemoKeys keys, PropertyResolver settings) {
        this.gate = gate;
        this.json = json;
        this.keys = keys;
        this.address = URI.create(settings.getRequiredProperty("moked.simulator"));
        this.simulator = Recipient.at("the demo's simulator", address);
        this.app = settings.getRequiredProperty("moked.meta.app-id");
        this.webhook =
                Map.of(
                        "id",
                        app,
                        "secret",
                        settings.getRequiredProperty("moked.meta.app-secret"),
                        "verifyToken",
                        settings.getRequiredProperty("moked.meta.verify-token"),
                        "callback",
                        settings.getRequiredProperty("moked.public-url") + "/webhooks/whatsapp");
    }

    void setUp(DemoAccess access) {
        var accounts =
                access.tenants().stream()
                        .map(tenant ->
                                Map.of(
                                        "id", tenant.wabaId(),
                                        "name", tenant.name(),
                                        "appId", app,
                                        "numbers",
                                                tenant.channels().stream()
                                                        .map(it -> number(tenant, it))
                                                        .toList()))
                        .toList();
        var guests = IntStream.range(0, accounts.size()).mapToObj(DemoGuests::of);
        var customers =
                Stream.concat(
                                DemoCast.CUSTOMERS.stream()
                                        .map(it -> person(it.phone(), it.name(), it.language())),
                                guests.flatMap(List::stream)
                                        .filter(DemoGuests.Guest::hasWhatsApp)
                                        .map(it -> person(it.phone(), it.name(), it.language())))
                        .toList();
        call(
                "PUT",
                "/simulator/setup",
                Map.of("apps", List.of(webhook), "wabas", accounts, "customers", customers));
    }

    private static Map<String, String> person(String phone, String name, String language) {
        return Map.of("waId", phone, "name", name, "language", language);
    }

    private Map<String, String> number(DemoAccess.Tenant tenant, DemoAccess.Channel channel) {
        return Map.of(
                "id", channel.phoneNumberId(),
                "displayPhoneNumber", channel.displayPhoneNumber(),
                "name", tenant.name(),
                "token", keys.graphToken(channel.phoneNumberId()));
    }

    /** The first words of a new demo, so that nobody starts in an empty inbox. */
    void openingLines(DemoAccess access) {
        for (int business = 0; business < access.tenants().size(); business++) {
            var number = access.tenants().get(business).channels().getFirst().phoneNumberId();
            var lines = OPENING_LINES.get(business).iterator();
            for (var customer : DemoCast.CUSTOMERS) {
                if (customer.businesses().contains(business) && lines.hasNext()) {
                    var text =
                            Map.of(
                                    "to",
                                    number,
                                    "type",
                                    "text",
                                    "text",
                                    Map.of("body", lines.next()));
                    call("POST", "/simulator/customers/" + customer.phone() + "/messages", text);
                }
            }
        }
    }

    private void call(String method, String path, Object body) {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                        .build();
        try {
            var answer = gate.call(simulator, request);
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "The simulator answered " + answer.statusCode() + " to " + path);
            }
        } catch (IOException away) {
            throw new UncheckedIOException("The simulator does not answer", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
