package io.moked.canned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.realtime.Console;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose canned replies are: who finds them, who changes them, and who hears of it. */
@MokedTest
class CannedScopesTest extends CannedJourney {

    @Test
    void whatIsSomebodysOwnNobodyElseFinds() {
        var own = added(agent, Map.of("scope", "own", "name", "thanks"));

        assertThat(names(agent)).containsExactly("thanks");
        assertThat(names(colleague)).isEmpty();
        assertThat(names(manager)).isEmpty();
        assertThat(manager.put(at(own), wanted(Map.of())).status()).isEqualTo(404);
        assertThat(manager.delete(at(own)).status()).isEqualTo(404);
        assertThat(colleague.post(at(own) + "/uses", null).status()).isEqualTo(404);
    }

    @Test
    void whatIsTheBusinessesEverybodyFindsAndOnlyItsManagersChange() {
        var shared = added(manager, Map.of("name", "hours"));

        assertThat(names(agent)).containsExactly("hours");
        assertThat(agent.items("/canned-replies").getFirst().path("changeable").asBoolean())
                .isFalse();
        assertThat(agent.put(at(shared), wanted(Map.of())).code())
                .isEqualTo("canned-reply-of-others");
        assertThat(agent.delete(at(shared)).status()).isEqualTo(403);
        assertThat(agent.post("/canned-replies", wanted(Map.of())).status()).isEqualTo(403);
        assertThat(manager.put(at(shared), wanted(Map.of("name", "opening"))).status())
                .isEqualTo(200);
        assertThat(names(agent)).containsExactly("opening");
    }

    @Test
    void whatIsADepartmentsIsFoundByThoseWhoAnswerThere() {
        var sales = business.addDepartment(server);
        var ofSales = Map.<String, Object>of("scope", "department", "departmentId", sales);
        added(manager, ofSales);
        limit(business.agent(), business.department());
        limit(business.colleague(), sales);

        assertThat(names(agent)).isEmpty();
        assertThat(names(colleague)).containsExactly("text");
        assertThat(colleague.post("/canned-replies", wanted(ofSales)).status()).isEqualTo(403);
    }

    @Test
    void whoeverManagesThoseOfOneDepartmentChangesNoOthers() {
        var sales = business.addDepartment(server);
        var writers =
                Map.of(
                        "name",
                        "Writers",
                        "permissions",
                        List.of("ANSWER_CONVERSATIONS", "MANAGE_CANNED_REPLIES"));
        var role =
                atDesk(business.administrator())
                        .post("/roles", writers)
                        .body()
                        .path("id")
                        .asString();
        limit(business.agent(), role, sales);
        var ofSales = Map.<String, Object>of("scope", "department", "departmentId", sales);

        var writer = atDesk(business.agent());

        added(writer, ofSales);
        assertThat(writer.post("/canned-replies", wanted(Map.of())).status()).isEqualTo(403);
        var ofOthers = Map.of("scope", "department", "departmentId", business.department());
        assertThat(writer.post("/canned-replies", wanted(ofOthers)).status()).isEqualTo(403);
    }

    @Test
    void aFileGoesAlongAndIsReadByWhoeverFindsItsReplyWhereverItWasSent() {
        var file = agent.upload("map.png", "image/png", PNG).body().path("id").asString();
        var tooLong = new HashMap<>(said("en", "x".repeat(1_025)));
        tooLong.put("mediaId", file);
        assertThat(wrong(tooLong)).isEqualTo("texts[0].body too-long");
        var phone = Meta.newPhone();
        meta.says(business, phone, "where?");
        var conversation = idOf(phone);
        limit(business.colleague(), business.addDepartment(server));
        var content = Map.of("type", "image", "mediaId", file);
        agent.post(
                "/conversations/" + conversation + "/replies",
                Map.of("clientId", UUID.randomUUID(), "content", content));
        assertThat(colleague.call("GET", "/media/" + file, null).status()).isEqualTo(404);
        assertThat(
                        colleague
                                .post(
                                        "/canned-replies",
                                        wanted(Map.of("scope", "own", "mediaId", file)))
                                .status())
                .isEqualTo(404);

        added(manager, Map.of("mediaId", file, "texts", List.of()));

        assertThat(colleague.items("/canned-replies").getFirst().at("/media/mimeType").asString())
                .isEqualTo("image/png");
        assertThat(colleague.call("GET", "/media/" + file, null).status()).isEqualTo(200);
    }

    @Test
    void thoseOfADepartmentThatIsNoMoreAreTheBusinesses() {
        var sales = business.addDepartment(server);
        added(manager, Map.of("name", "prices"));
        added(manager, Map.of("name", "Prices", "scope", "department", "departmentId", sales));
        added(manager, Map.of("name", "offers", "scope", "department", "departmentId", sales));

        assertThat(manager.delete("/departments/" + sales).status()).isLessThan(300);

        assertThat(names(agent)).containsExactlyInAnyOrder("prices", "Prices-2", "offers");
        assertThat(agent.items("/canned-replies"))
                .allMatch(it -> it.path("scope").asString().equals("business"));
    }

    @Test
    void openConsolesHearOfThoseTheyFindAndTheActivityLogNamesThem() throws Exception {
        try (var console = new Console(port, business.agent().token())) {
            await().until(console::isReady);
            added(colleague, Map.of("scope", "own"));
            var shared = added(manager, Map.of());
            manager.put(at(shared), wanted(Map.of("name", "other")));
            manager.delete(at(shared));
            await().until(() -> console.heard("canned.removed"));
            assertThat(console.count("canned.")).isEqualTo(3);
        }
        await().until(() ->
                administrator().items("/audit-entries?action=canned").stream()
                        .map(it -> it.path("action").asString())
                        .toList()
                        .containsAll(List.of("canned.added", "canned.changed", "canned.removed")));
    }

    @Test
    void aTokenForLessThanAnsweringFindsNone() {
        var robot = Map.of("name", "robot", "permissions", List.of("READ_CONVERSATIONS"));
        var made = atDesk(business.administrator()).post("/api-tokens", robot);
        var secret = made.body().path("secret");
        var program = new Api(port, secret.asString());
        assertThat(program.call("GET", "/canned-replies", null).status()).isEqualTo(403);
    }
}
