package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Api.Answer;
import io.moked.Business;
import io.moked.Business.Member;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.access.Role;
import io.moked.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Conversations that go to other departments and colleagues, and back into their lines. */
@MokedTest
class TransfersTest extends Journey {

    private Api colleague;
    private Api manager;
    private Api administrator;
    private UUID sales;

    @BeforeEach
    void signIn() {
        colleague = Api.of(port, business.colleague());
        manager = Api.of(port, business.manager());
        administrator = Api.of(port, business.administrator());
        sales = business.addDepartment(server);
    }

    @Test
    void whatGoesToAnotherDepartmentWaitsThereAtThePlaceOfItsWholeWait() {
        var first = arrival();
        take(agent, first);
        change(sales, "pull");
        var second = arrival();
        assertThat(transfer(manager, second, toDepartment(sales, "")).status()).isEqualTo(204);

        var answer = transfer(agent, first, toDepartment(sales, "She wants to buy"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(at(first).path("department").path("id").asString()).isEqualTo(sales.toString());
        assertThat(at(first).path("handler").asString()).isEqualTo("queue");
        assertThat(holds(business.agent())).isZero();
        assertThat(before(first)).isZero();
        assertThat(before(second)).isOne();
        assertThat(lines(first)).contains("note She wants to buy", "transferred Ann Agent Sales");
    }

    @Test
    void itGoesToAColleagueAsFarAsTheyHaveRoom() {
        setCapacity(business.colleague(), 1);
        var first = arrival();
        var second = arrival();
        take(agent, first);
        take(agent, second);

        assertThat(transfer(agent, first, toAgent(business.colleague(), false)).status())
                .isEqualTo(204);
        assertThat(transfer(agent, second, toAgent(business.colleague(), false)).code())
                .isEqualTo("capacity-reached");
        assertThat(transfer(agent, second, toAgent(business.colleague(), true)).code())
                .isEqualTo("only-managers-go-beyond");
        assertThat(assigneeOf(second)).isEqualTo(business.agent().id().toString());

        assertThat(transfer(manager, second, toAgent(business.colleague(), true)).status())
                .isEqualTo(204);
        assertThat(holds(business.colleague())).isEqualTo(2);
        assertThat(holds(business.agent())).isZero();
        assertThat(lines(first)).contains("assigned Ann Agent Carl Colleague");
        assertThat(lines(second)).contains("assigned-beyond Mia Manager Carl Colleague");
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhy() {
        var one = arrival();
        take(agent, one);
        assertThat(transfer(agent, one, toDepartment(business.department(), "")).code())
                .isEqualTo("already-there");
        assertThat(transfer(agent, one, toAgent(business.agent(), false)).code())
                .isEqualTo("already-there");
        assertThat(transfer(agent, one, toDepartment(UUID.randomUUID(), "")).status())
                .isEqualTo(400);
        assertThat(transfer(agent, one, Map.of()).status()).isEqualTo(400);
        assertThat(transfer(agent, one, toAgent(salesperson(), false)).code())
                .isEqualTo("assignee-cannot-answer");
        administrator.put("/users/" + business.colleague().id() + "/deactivation", Map.of());
        assertThat(transfer(agent, one, toAgent(business.colleague(), false)).code())
                .isEqualTo("agent-not-active");
        agent.post("/conversations/" + one + "/resolution", Map.of());
        assertThat(transfer(agent, one, toDepartment(sales, "")).code())
                .isEqualTo("conversation-resolved");
    }

    @Test
    void whereItCouldGoIsToldWithHowBusyTheyAre() {
        var one = arrival();
        take(agent, one);
        var other = arrival();
        transfer(agent, other, toDepartment(sales, ""));
        become(colleague, "available");

        var targets = agent.get("/conversations/" + one + "/transfer-targets");

        var line = targets.path("departments").get(0);
        assertThat(line.path("name").asString()).isEqualTo("Sales");
        assertThat(line.path("waiting").asInt()).isOne();
        assertThat(line.path("free").asInt()).isOne();
        assertThat(targets.path("departments")).hasSize(1);
        assertThat(Api.list(targets.path("colleagues")))
                .extracting(it -> it.path("name").asString())
                .contains("Carl Colleague")
                .doesNotContain("Ann Agent");
        var stranger = Api.of(port, salesperson());
        assertThat(stranger.call("GET", "/conversations/" + one + "/transfer-targets", null))
                .extracting(Answer::status)
                .isEqualTo(404);
    }

    @Test
    void whatAnAgentGivesBackGoesToSomebodyElse() {
        setMembers(business.department(), business.agent(), business.colleague());
        change(business.department(), "push");
        become(agent, "available");
        var one = arrival();
        await().until(() -> assigneeOf(one).equals(business.agent().id().toString()));

        agent.delete("/conversations/" + one + "/assignment");

        var obstacles = agent.get("/conversations/" + one + "/routing").path("waiting");
        assertThat(obstacles.path("obstacles").path("declined").asInt()).isOne();
        become(colleague, "available");
        await().until(() -> assigneeOf(one).equals(business.colleague().id().toString()));
        become(colleague, "away");
        colleague.delete("/conversations/" + one + "/assignment");
        await().until(() -> assigneeOf(one).equals(business.agent().id().toString()));
    }

    @Test
    void whatNobodyElseCouldHaveComesBack() {
        setMembers(business.department(), business.agent());
        change(business.department(), "push");
        become(agent, "available");
        var one = arrival();
        await().until(() -> assigneeOf(one).equals(business.agent().id().toString()));

        agent.delete("/conversations/" + one + "/assignment");

        await().until(() -> assigneeOf(one).equals(business.agent().id().toString()));
    }

    private Member salesperson() {
        var member =
                TenantScope.call(
                        business.tenant().id(),
                        () -> Business.member(server, "Sam Sales", Role.AGENT));
        var role = Map.of("role", "agent", "departments", List.of(sales));
        var path = "/users/" + member.id();
        assertThat(administrator.call("PATCH", path, Map.of("roles", List.of(role))).status())
                .isEqualTo(200);
        return member;
    }

    private String arrival() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        return idOf(phone);
    }

    private static void take(Api who, String conversation) {
        assertThat(who.reply(conversation, "I am here").status()).isEqualTo(201);
    }

    private static Answer transfer(Api who, String conversation, Map<String, Object> wanted) {
        return who.post("/conversations/" + conversation + "/transfer", wanted);
    }

    private static Map<String, Object> toDepartment(UUID department, String note) {
        return Map.of("departmentId", department, "note", note);
    }

    private static Map<String, Object> toAgent(Member member, boolean isBeyond) {
        var wanted = new HashMap<String, Object>();
        wanted.put("agentId", member.id());
        wanted.put("beyondCapacity", isBeyond);
        return wanted;
    }

    private JsonNode at(String conversation) {
        return manager.get("/conversations/" + conversation);
    }

    private String assigneeOf(String conversation) {
        return at(conversation).path("assignee").path("id").asString("");
    }

    private int before(String conversation) {
        return manager.get("/conversations/" + conversation + "/routing")
                .path("waiting")
                .path("before")
                .asInt(-1);
    }

    /** What stands in the thread beside messages. */
    private List<String> lines(String conversation) {
        return manager.items("/conversations/" + conversation + "/timeline").stream()
                .flatMap(it ->
                        it.path("note").isObject()
                                ? Stream.of("note " + it.path("note").path("body").asString())
                                : it.path("event").isObject()
                                        ? Stream.of(line(it.path("event")))
                                        : Stream.empty())
                .toList();
    }

    private static String line(JsonNode event) {
        return event.path("type").asString()
                + " "
                + event.path("actor").path("name").asString("")
                + " "
                + event.path("subject").path("name").asString("");
    }

    private static void become(Api who, String availability) {
        assertThat(who.put("/me/availability", Map.of("availability", availability)).status())
                .isEqualTo(200);
    }

    private void change(UUID department, String mode) {
        var name = department.equals(sales) ? "Sales" : "General";
        var wanted = Map.of("name", name, "mode", mode, "choice", "longest_idle");
        assertThat(manager.put("/departments/" + department, wanted).status()).isEqualTo(200);
    }

    private void setMembers(UUID department, Member... members) {
        var ids = Stream.of(members).map(Member::id).toList();
        var path = "/departments/" + department + "/members";
        assertThat(manager.put(path, Map.of("agentIds", ids)).status()).isEqualTo(200);
    }

    private void setCapacity(Member member, int capacity) {
        var path = "/agents/" + member.id() + "/capacity";
        manager.put(path, Map.of("capacity", capacity));
    }

    private int holds(Member member) {
        return manager.items("/agents").stream()
                .filter(it -> it.path("id").asString().equals(member.id().toString()))
                .mapToInt(it -> it.path("used").asInt())
                .sum();
    }
}
