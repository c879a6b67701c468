package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.Business.Member;
import io.moked.MokedTest;
import io.moked.access.Role;
import io.moked.kernel.Limit;
import io.moked.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Managers see every queue and every agent at once. */
@MokedTest
class BoardTest extends TransferJourney {

    @Test
    void whoWaitsWhereAndWhoHasWhatIsToldAtOnce() {
        become(colleague, "available");
        var first = arrival();
        var second = arrival();
        var third = arrival();
        take(colleague, third);
        put(second, "urgent");

        var board = manager.get("/queues");

        var general = queue(board, business.department());
        assertThat(general.path("waiting").asInt()).isEqualTo(2);
        assertThat(general.path("mode").asString()).isEqualTo("pull");
        assertThat(ids(general)).containsExactly(second, first);
        var card = general.path("first").get(0);
        assertThat(card.path("priority").asString()).isEqualTo("urgent");
        assertThat(card.path("contact").path("phone").asString()).startsWith("+");
        assertThat(general.path("oldestSince").asString())
                .isEqualTo(general.path("first").get(1).path("since").asString());
        assertThat(queue(board, sales).path("oldestSince").isNull()).isTrue();
        var desk = desk(board, business.colleague());
        assertThat(desk.path("availability").asString()).isEqualTo("available");
        assertThat(desk.path("used").asInt()).isOne();
        assertThat(desk.path("held").asInt()).isOne();
        assertThat(ids(desk)).containsExactly(third);
        assertThat(Api.list(desk.path("departmentIds"))).hasSize(2);
    }

    @Test
    void ofALongLineOnlyTheFrontIsToldAndHowManyThereAre() {
        var all = Stream.generate(this::arrival).limit(27).toList();

        var general = queue(manager.get("/queues"), business.department());

        assertThat(general.path("waiting").asInt()).isEqualTo(27);
        assertThat(ids(general)).isEqualTo(all.subList(0, 25));
    }

    @Test
    void whatAnAgentHasHadLongestStandsFirstAndOnlyTheFirstAreTold() {
        setCapacity(business.colleague(), 20);
        var all = Stream.generate(this::arrival).limit(12).toList();
        all.reversed().forEach(it -> take(colleague, it));

        var desk = desk(manager.get("/queues"), business.colleague());

        assertThat(desk.path("held").asInt()).isEqualTo(12);
        assertThat(ids(desk)).isEqualTo(all.reversed().subList(0, Limit.AGENT_CARDS.value()));
    }

    @Test
    void whoLooksAfterOneDepartmentSeesNoOther() {
        become(colleague, "available");
        var other = arrival();
        take(colleague, other);
        arrival();
        var own = arrival();
        transfer(manager, own, toDepartment(sales, ""));

        var board = Api.of(port, managerOf(sales)).get("/queues");

        assertThat(board.path("queues")).hasSize(1);
        assertThat(ids(queue(board, sales))).containsExactly(own);
        var desk = desk(board, business.colleague());
        assertThat(desk.path("held").asInt()).isOne();
        assertThat(desk.path("first")).isEmpty();
        assertThat(colleague.call("GET", "/queues", null).status()).isEqualTo(403);
    }

    private Member managerOf(UUID department) {
        var member =
                TenantScope.call(
                        business.tenant().id(),
                        () -> Business.member(server, "Mo Manager", Role.MANAGER));
        var role = Map.of("role", "manager", "departments", List.of(department));
        var path = "/users/" + member.id();
        assertThat(administrator.call("PATCH", path, Map.of("roles", List.of(role))).status())
                .isEqualTo(200);
        return member;
    }

    private void put(String conversation, String priority) {
        var wanted = Map.of("priority", priority, "required", List.of(), "preferred", List.of());
        assertThat(manager.put("/conversations/" + conversation + "/routing", wanted).status())
                .isEqualTo(200);
    }

    private static JsonNode queue(JsonNode board, UUID department) {
        return one(board.path("queues"), "departmentId", department);
    }

    private static JsonNode desk(JsonNode board, Member agent) {
        return one(board.path("agents"), "id", agent.id());
    }

    private static JsonNode one(JsonNode all, String field, UUID id) {
        return Api.list(all).stream()
                .filter(it -> it.path(field).asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode place) {
        return Api.list(place.path("first")).stream().map(it -> it.path("id").asString()).toList();
    }
}
