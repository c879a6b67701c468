package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Business.Member;
import io.moked.MokedTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What agents have, and what departments have to do, is somebody's when they go. */
@MokedTest
class LeaversTest extends TransferJourney {

    @Test
    void everythingOfAnAgentGoesElsewhereAtOnce() {
        setCapacity(business.colleague(), 1);
        var first = arrival();
        var second = arrival();
        take(agent, first);
        take(agent, second);

        assertThat(all(business.agent(), Map.of("agentId", business.colleague().id())))
                .isEqualTo(2);
        assertThat(holds(business.agent())).isZero();
        assertThat(holds(business.colleague())).isEqualTo(2);
        assertThat(lines(second)).contains("assigned-beyond Mia Manager Carl Colleague");

        assertThat(all(business.colleague(), Map.of("departmentId", sales))).isEqualTo(2);
        assertThat(holds(business.colleague())).isZero();
        assertThat(before(first)).isZero();
        assertThat(before(second)).isOne();

        take(agent, first);
        assertThat(all(business.agent(), Map.of())).isOne();
        assertThat(before(first)).isZero();
        var path = "/agents/" + business.colleague().id() + "/conversations/transfer";
        assertThat(agent.post(path, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void whoeverIsDeactivatedGivesBackWhatTheyHold() {
        setMembers(business.department(), business.agent());
        var one = arrival();
        take(agent, one);
        become(agent, "available");

        administrator.put("/users/" + business.agent().id() + "/deactivation", Map.of());

        assertThat(at(one).path("handler").asString()).isEqualTo("queue");
        assertThat(before(one)).isZero();
        assertThat(holds(business.agent())).isZero();
        assertThat(lines(one)).contains("unassigned Ada Administrator Ann Agent");
        assertThat(
                        manager.get("/departments/" + business.department() + "/members")
                                .path("agentIds"))
                .isEmpty();
    }

    @Test
    void whoeverLosesADepartmentGivesBackWhatIsOfIt() {
        var general = arrival();
        var bought = arrival();
        transfer(agent, bought, toDepartment(sales, ""));
        take(agent, general);
        take(agent, bought);

        limit(business.agent(), sales);

        assertThat(assigneeOf(general)).isEmpty();
        assertThat(assigneeOf(bought)).isEqualTo(business.agent().id().toString());
        assertThat(holds(business.agent())).isOne();
    }

    @Test
    void aDepartmentGoesOnceSomebodyTakesWhatItHasToDo() {
        var general = "/departments/" + business.department();
        assertThat(manager.delete(general).code()).isEqualTo("department-is-standard");
        var waiting = arrival();
        var open = arrival();
        var ended = arrival();
        for (var one : List.of(waiting, open, ended)) {
            transfer(agent, one, toDepartment(sales, ""));
        }
        take(agent, open);
        take(agent, ended);
        agent.post("/conversations/" + ended + "/resolution", Map.of());
        var path = "/departments/" + sales;
        var person = salesperson();
        assertThat(manager.delete(path + "?to=" + business.department()).code())
                .isEqualTo("department-in-roles");
        limit(person, business.department());
        var refusal = manager.delete(path);
        assertThat(refusal.code()).isEqualTo("department-has-work");
        assertThat(refusal.body().path("open").asInt()).isEqualTo(2);
        assertThat(manager.delete(path + "?to=" + sales).status()).isEqualTo(400);

        assertThat(manager.delete(path + "?to=" + business.department()).status()).isEqualTo(204);

        for (var one : List.of(waiting, open, ended)) {
            assertThat(at(one).path("department").path("name").asString()).isEqualTo("General");
        }
        assertThat(assigneeOf(open)).isEqualTo(business.agent().id().toString());
        assertThat(before(waiting)).isZero();
        assertThat(manager.items("/departments")).hasSize(1);
        assertThat(manager.delete(path).status()).isEqualTo(404);
    }

    @Test
    void twoDepartmentsAreNotCalledTheSame() {
        assertThat(manager.post("/departments", Map.of("name", "SALES")).code())
                .isEqualTo("department-name-taken");
        var wanted = Map.of("name", "general", "mode", "pull", "choice", "longest_idle");
        assertThat(manager.put("/departments/" + sales, wanted).code())
                .isEqualTo("department-name-taken");
    }

    private int all(Member from, Map<String, Object> to) {
        var answer = manager.post("/agents/" + from.id() + "/conversations/transfer", to);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("count").asInt();
    }

    private void limit(Member member, UUID department) {
        var role = Map.of("role", "agent", "departments", List.of(department));
        var wanted = Map.of("roles", List.of(role));
        assertThat(administrator.call("PATCH", "/users/" + member.id(), wanted).status())
                .isEqualTo(200);
    }
}
