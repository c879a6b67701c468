package io.moked.metaapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.moked.Api;
import io.moked.Business;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.channel.Channels;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A tenant's own app delivers to its own address, for its own numbers, under its own secret. */
@MokedTest
class OwnAppsTest extends Journey {

    private static final String SECRET = "a-secret-of-ones-own";

    @Autowired WorkerDatabase worker;
    @Autowired MeterRegistry meters;

    private Api administrator;
    private String app;
    private String address;

    @BeforeEach
    void addAnApp() {
        administrator = Api.of(port, business.administrator());
        var added = add(administrator, Meta.newPhone()).body();
        app = added.path("id").asString();
        address = addressIn(added.path("callbackUrl").asString());
    }

    private static Api.Answer add(Api who, String metaAppId) {
        return who.post(
                "/meta-apps", Map.of("name", "Ours", "metaAppId", metaAppId, "secret", SECRET));
    }

    private static String addressIn(String url) {
        return url.substring(url.lastIndexOf('/'));
    }

    private String connect(Business owner, String appId) {
        var number = Meta.newPhone();
        var wanted =
                new Channels.NewChannel(
                        "Own", number, "+1 555", "token", number, UUID.fromString(appId));
        TenantScope.run(owner.tenant().id(), () -> server.getBean(Channels.class).connect(wanted));
        return number;
    }

    private static byte[] saying(String number, String phone) {
        var text = Meta.text(phone, Meta.newId(), "hello");
        return Meta.body(List.of(Meta.change(number, "messages", List.of(text))));
    }

    private int post(byte[] body, String secret) {
        return meta.post(address, body, "sha256=" + Meta.sign(body, secret));
    }

    private List<String> reasonsAbout(String phone) {
        return worker.jdbc()
                .sql("select reason from whatsapp.dead_letter where position(:phone in body) > 0")
                .param("phone", phone.getBytes(StandardCharsets.UTF_8))
                .query(String.class)
                .list();
    }

    private double refused() {
        return meters.get("moked.webhooks.foreign.app").tag("outcome", "kept").counter().count();
    }

    @Test
    void whatItsSecretSignsForItsNumberIsReadAndItsLastDeliveryIsSeen() {
        var phone = Meta.newPhone();
        assertThat(post(saying(connect(business, app), phone), SECRET)).isEqualTo(200);
        assertThat(wordsOnceThereAre(1, idOf(phone))).containsExactly("hello");
        await().until(() -> !shown().path("deliveredAt").isMissingNode());
    }

    private JsonNode shown() {
        return administrator.items("/meta-apps").getFirst();
    }

    @Test
    void nobodyElsesSecretSignsForIt() {
        var body = saying(connect(business, app), Meta.newPhone());
        assertThat(meta.post(address, body, "sha256=" + Meta.sign(body))).isEqualTo(401);
        assertThat(meta.post(address, body, null)).isEqualTo(401);
        assertThat(meta.post(body, "sha256=" + Meta.sign(body, SECRET))).isEqualTo(401);
    }

    @Test
    void anAddressThatIsNobodysIsNotThere() {
        var body = Meta.body(List.of());
        for (var nobodys : List.of("/", "/x", "/" + "a".repeat(43), address + "/", address + "a")) {
            assertThat(meta.post(nobodys, body, "sha256=" + Meta.sign(body, SECRET)))
                    .as(nobodys)
                    .isEqualTo(404);
        }
    }

    @Test
    void whatAnAppSignsForANumberOfThePlatformsIsRefusedAndReportedAndTheRestIsRead() {
        var before = refused();
        var ours = Meta.newPhone();
        var theirs = Meta.newPhone();
        var mixed =
                Meta.body(
                        List.of(
                                change(business.phoneNumberId(), theirs),
                                change(connect(business, app), ours)));
        assertThat(post(mixed, SECRET)).isEqualTo(200);
        conversationOf(ours);
        await().until(() -> reasonsAbout(theirs).equals(List.of("signed-by-another-app")));
        assertThat(refused() - before).isEqualTo(1);
        assertThat(agent.conversationsOf(theirs)).isEmpty();
    }

    private static Map<String, Object> change(String number, String phone) {
        return Meta.change(number, "messages", List.of(Meta.text(phone, Meta.newId(), "hello")));
    }

    @Test
    void whatAnAppSignsForAnotherTenantsNumberIsRefusedAndStaysRefusedWhenReplayed() {
        var other = Business.create(server);
        var theirs = add(Api.of(port, other.administrator()), Meta.newPhone()).body();
        var phone = Meta.newPhone();
        var body = saying(connect(other, theirs.path("id").asString()), phone);
        assertThat(post(body, SECRET)).isEqualTo(200);
        await().until(() -> reasonsAbout(phone).equals(List.of("signed-by-another-app")));
        var before = refused();
        var operator = Api.of(port, Business.operator(server));
        var letter =
                worker.jdbc()
                        .sql(
                                "select id from whatsapp.dead_letter where position(:phone in body) > 0")
                        .param("phone", phone.getBytes(StandardCharsets.UTF_8))
                        .query(UUID.class)
                        .single();
        operator.post("/dead-letters/" + letter + "/replays", null);
        await().until(() -> refused() > before);
        assertThat(Api.of(port, other.agent()).conversationsOf(phone)).isEmpty();
    }

    @Test
    void thePlatformsAppDoesNotSpeakForANumberOfAnotherApp() {
        var phone = Meta.newPhone();
        assertThat(meta.post(saying(connect(business, app), phone))).isEqualTo(200);
        await().until(() -> reasonsAbout(phone).equals(List.of("signed-by-another-app")));
    }

    @Test
    void newsOfAnAccountAreTakenOnlyFromItsApp() {
        var account = connect(business, app);
        var mark = "mark-" + UUID.randomUUID();
        var news = Meta.body(List.of(Map.of("field", mark, "value", Map.of("event", "SOMETHING"))));
        var ofAccount =
                new String(news, StandardCharsets.UTF_8)
                        .replace("\"id\":\"1\"", "\"id\":\"" + account + "\"")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(meta.post(ofAccount)).isEqualTo(200);
        await().until(() -> reasonsAbout(mark).equals(List.of("signed-by-another-app")));
        assertThat(post(ofAccount, SECRET)).isEqualTo(200);
        await().until(() -> unread(mark) == 1);
    }

    private int unread(String field) {
        return worker.jdbc()
                .sql("select count(*) from whatsapp.unread_change where field = :field")
                .param("field", field)
                .query(Integer.class)
                .single();
    }

    @Test
    void anAppInUseStaysAndAnotherGoesWithItsAddress() {
        connect(business, app);
        assertThat(administrator.delete("/meta-apps/" + app).code()).isEqualTo("app-in-use");
        var other = add(administrator, Meta.newPhone()).body();
        var there = addressIn(other.path("callbackUrl").asString());
        var empty = Meta.body(List.of());
        var signature = "sha256=" + Meta.sign(empty, SECRET);
        assertThat(meta.post(there, empty, signature)).isEqualTo(200);
        administrator.delete("/meta-apps/" + other.path("id").asString());
        assertThat(meta.post(there, empty, signature)).isEqualTo(404);
    }
}
