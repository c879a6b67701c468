package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Api.Answer;
import io.moked.Business;
import io.moked.Business.Member;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.access.Role;
import io.moked.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A business of two departments, between which conversations go. */
abstract class TransferJourney extends Journey {

    Api colleague;
    Api manager;
    Api administrator;
    UUID sales;

    @BeforeEach
    final void signIn() {
        colleague = Api.of(port, business.colleague());
        manager = Api.of(port, business.manager());
        administrator = Api.of(port, business.administrator());
        sales = business.addDepartment(server);
    }

    final Member salesperson() {
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

    final String arrival() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        return idOf(phone);
    }

    static void take(Api who, String conversation) {
        assertThat(who.reply(conversation, "I am here").status()).isEqualTo(201);
    }

    static Answer transfer(Api who, String conversation, Map<String, Object> wanted) {
        return who.post("/conversations/" + conversation + "/transfer", wanted);
    }

    static Map<String, Object> toDepartment(UUID department, String note) {
        return Map.of("departmentId", department, "note", note);
    }

    static Map<String, Object> toAgent(Member member, boolean isBeyond) {
        var wanted = new HashMap<String, Object>();
        wanted.put("agentId", member.id());
        wanted.put("beyondCapacity", isBeyond);
        return wanted;
    }

    final JsonNode at(String conversation) {
        return manager.get("/conversations/" + conversation);
    }

    final String assigneeOf(String conversation) {
        return at(conversation).path("assignee").path("id").asString("");
    }

    final int before(String conversation) {
        return manager.get("/conversations/" + conversation + "/routing")
                .path("waiting")
                .path("before")
                .asInt(-1);
    }

    /** What stands in the thread beside messages. */
    final List<String> lines(String conversation) {
        return manager.items("/conversations/" + conversation + "/timeline").stream()
                .flatMap(it ->
                        it.path("note").isObject()
                                ? Stream.of("note " + it.path("note").path("body").asString())
                                : it.path("event").isObject()
                                        ? Stream.of(line(it.path("event")))
                                        : Stream.empty())
                .toList();
    }

    static String line(JsonNode event) {
        return event.path("type").asString()
                + " "
                + event.path("actor").path("name").asString("")
                + " "
                + event.path("subject").path("name").asString("");
    }

    static void become(Api who, String availability) {
        assertThat(who.put("/me/availability", Map.of("availability", availability)).status())
                .isEqualTo(200);
    }

    final void change(UUID department, String mode) {
        var name = department.equals(sales) ? "Sales" : "General";
        var wanted = Map.of("name", name, "mode", mode, "choice", "longest_idle");
        assertThat(manager.put("/departments/" + department, wanted).status()).isEqualTo(200);
    }

    final void setMembers(UUID department, Member... members) {
        var ids = Stream.of(members).map(Member::id).toList();
        var path = "/departments/" + department + "/members";
        assertThat(manager.put(path, Map.of("agentIds", ids)).status()).isEqualTo(200);
    }

    final void setCapacity(Member member, int capacity) {
        var path = "/agents/" + member.id() + "/capacity";
        manager.put(path, Map.of("capacity", capacity));
    }

    final int holds(Member member) {
        return manager.items("/agents").stream()
                .filter(it -> it.path("id").asString().equals(member.id().toString()))
                .mapToInt(it -> it.path("used").asInt())
                .sum();
    }
}
