package io.moked.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A search finds what its caller may open, and nothing else. */
@MokedTest
class SightOfSearchTest extends Journey {

    @Test
    void whatIsFoundIsExactlyWhatMayBeOpened() {
        var department = business.addDepartment(server);
        var all = new ArrayList<String>();
        for (int n = 0; n < 6; n++) {
            var phone = Meta.newPhone();
            meta.says(business, phone, "umbrella " + n);
            all.add(idOf(phone));
        }
        var seeker = new Seeker(agent);
        await().until(() -> seeker.finds("umbrella ").size() == 6);
        for (var id : all.subList(0, 2)) {
            behindTheirBacks(
                    "update conversation.conversation set department_id = '%s' where id = '%s'"
                            .formatted(department, id));
        }
        var administrator = Api.of(port, business.administrator());
        var role = Map.of("role", "agent", "departments", List.of(department));
        var user = "/users/" + business.agent().id();
        administrator.call("PATCH", user, Map.of("roles", List.of(role)));
        await().until(() -> opened(agent, all).size() < all.size());
        administrator.put(
                "/conversations/" + all.get(3) + "/assignment", to(business.agent().id()));
        var opened = opened(agent, all);
        assertThat(opened).containsExactlyInAnyOrder(all.get(0), all.get(1), all.get(3));
        assertThat(found(seeker)).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(found(new Seeker(administrator))).containsExactlyInAnyOrderElementsOf(all);
        for (var id : all) {
            var last = administrator.items("/conversations/" + id + "/messages").getFirst();
            int expected = opened.contains(id) ? 1 : 0;
            assertThat(seeker.hits(last.path("id").asString())).hasSize(expected);
            assertThat(seeker.hits(id)).hasSize(expected);
        }
    }

    private static Map<String, Object> to(UUID user) {
        var body = new HashMap<String, Object>();
        body.put("assigneeId", user);
        body.put("expected", null);
        return body;
    }

    private static List<String> opened(Api caller, List<String> conversations) {
        return conversations.stream()
                .filter(it -> caller.call("GET", "/conversations/" + it, null).status() == 200)
                .toList();
    }

    private static List<String> found(Seeker seeker) {
        return seeker.hits("umbrella ").stream()
                .map(it -> it.path("conversationId").asString())
                .toList();
    }

    @Test
    void anotherBusinessFindsNothingOfIt() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "parasol");
        var id = idOf(phone);
        await().until(() -> new Seeker(agent).finds("parasol").size() == 1);
        var stranger = new Seeker(Api.of(port, Business.create(server).agent()));
        assertThat(stranger.finds("parasol")).isEmpty();
        assertThat(stranger.hits(id)).isEmpty();
    }

    @Test
    void aMessageFarBackIsShownInItsPlaceAndScrolledOnFromThereInBothDirections() {
        var phone = Meta.newPhone();
        for (int n = 0; n < 12; n++) {
            meta.says(business, phone, "line " + n);
        }
        var id = idOf(phone);
        wordsOnceThereAre(12, id);
        var whole = agent.items("/conversations/" + id + "/timeline?limit=100");
        var timeline = "/conversations/" + id + "/timeline?limit=4";
        // That somebody waits is told of while they write, between any two lines.
        int at = 0;
        while (!whole.get(at).at("/message/content/body").asString("").equals("line 7")) {
            at++;
        }
        var message = whole.get(at).at("/message/id").asString();
        var around = agent.get(timeline + "&around=" + message);
        assertThat(Api.list(around.path("items"))).isEqualTo(whole.subList(at - 2, at + 3));
        var older = agent.get(timeline + "&cursor=" + around.path("next").asString());
        assertThat(Api.list(older.path("items"))).isEqualTo(whole.subList(at + 3, at + 7));
        var newer = agent.get(timeline + "&after=" + around.path("newer").asString());
        assertThat(Api.list(newer.path("items"))).isEqualTo(whole.subList(0, at - 2));
        assertThat(newer.path("newer").isNull()).isTrue();
        var again = agent.get(timeline + "&cursor=" + newer.path("next").asString());
        assertThat(Api.list(again.path("items"))).isEqualTo(whole.subList(at - 2, at + 2));
        var nowhere = timeline + "&around=" + UUID.randomUUID();
        assertThat(agent.call("GET", nowhere, null).status()).isEqualTo(404);
    }
}
