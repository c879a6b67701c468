package io.moked.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Many contacts are chosen at once by what they have in common. */
@MokedTest
class SegmentsTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Business business;
    private Api manager;

    @BeforeEach
    void open() {
        business = Business.create(server);
        manager = Api.of(port, business.manager());
    }

    private String meet(String phone) {
        assertThat(new Meta(port).says(business, phone, "hello")).isEqualTo(200);
        return await().until(() -> manager.items("/contacts?q=" + phone), it -> it.size() == 1)
                .getFirst()
                .path("id")
                .asString();
    }

    private String save(Map<String, Object> criteria) {
        var named = Map.of("name", UUID.randomUUID().toString(), "criteria", criteria);
        return manager.post("/segments", named).body().path("id").asString();
    }

    private List<String> members(Map<String, Object> criteria) {
        var sample = manager.get("/segments/" + save(criteria) + "/sample");
        var first = Api.list(sample.path("first"));
        assertThat(sample.path("members").asInt()).isEqualTo(first.size());
        return first.stream().map(it -> it.path("id").asString()).toList();
    }

    @Test
    void theyAreThoseWhoHaveAllOfIt() {
        var dana = meet("972501230001");
        var ravi = meet("919812345678");
        manager.call(
                "PATCH",
                "/contacts/" + dana,
                Map.of("labels", List.of("gold", "new"), "language", "he"));
        manager.call("PATCH", "/contacts/" + ravi, Map.of("labels", List.of("gold")));
        assertThat(members(Map.of())).containsExactlyInAnyOrder(dana, ravi);
        assertThat(members(Map.of("labels", List.of("gold", "silver"))))
                .containsExactlyInAnyOrder(dana, ravi);
        assertThat(members(Map.of("labels", List.of("gold"), "withoutLabels", List.of("new"))))
                .containsExactly(ravi);
        assertThat(members(Map.of("languages", List.of("he")))).containsExactly(dana);
        assertThat(members(Map.of("countries", List.of("IN")))).containsExactly(ravi);
        assertThat(members(Map.of("seenWithinDays", 1))).hasSize(2);
        assertThat(members(Map.of("notSeenForDays", 1))).isEmpty();
    }

    @Test
    void aMergedContactCountsOnce() {
        var one = meet("972501230002");
        var other = meet("972501230003");
        Api.of(port, business.administrator())
                .put("/contacts/" + one + "/merge", Map.of("into", other));
        assertThat(members(Map.of())).containsExactly(other);
    }

    /** Whoever writes meanwhile would move in any order by time. */
    @Test
    void pageAfterPageNamesEachOfThemOnceWhoeverWritesMeanwhile() {
        var all = new ArrayList<UUID>();
        for (int n = 0; n < 5; n++) {
            all.add(UUID.fromString(meet("97250123001" + n)));
        }
        var id = new SegmentId(UUID.fromString(save(Map.of())));
        var named = new ArrayList<UUID>();
        UUID after = null;
        do {
            var page = members(id, after);
            named.addAll(page);
            after = page.size() < 2 ? null : page.getLast();
            meet("972501230010");
        } while (after != null);
        assertThat(named).containsExactlyInAnyOrderElementsOf(all);
    }

    private List<UUID> members(SegmentId id, UUID after) {
        return TenantScope.call(
                business.tenant().id(), () -> server.getBean(Segments.class).members(id, after, 2));
    }

    @Test
    void aNameIsGivenOnceAndRemovedOnesAreGone() {
        var criteria = Map.of("labels", List.of("gold"));
        var gold = Map.of("name", "Gold", "criteria", criteria);
        var id = manager.post("/segments", gold).body().path("id").asString();
        assertThat(manager.post("/segments", gold).code()).isEqualTo("segment-name-taken");
        var changed = manager.call("PATCH", "/segments/" + id, Map.of("name", "Golden"));
        assertThat(changed.body().path("criteria").path("labels").get(0).asString())
                .isEqualTo("gold");
        assertThat(manager.items("/segments")).hasSize(1);
        assertThat(manager.delete("/segments/" + id).status()).isEqualTo(204);
        assertThat(manager.items("/segments")).isEmpty();
        assertThat(manager.get("/contacts").path("items").isArray()).isTrue();
    }

    @Test
    void whatCannotBeAskedForIsRefusedByTheFieldsName() {
        for (var field : List.of("seenWithinDays", "notSeenForDays")) {
            var wrong = Map.of("name", "x", "criteria", Map.of(field, 0));
            var answer = manager.post("/segments", wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().toString()).contains(field);
        }
    }
}
