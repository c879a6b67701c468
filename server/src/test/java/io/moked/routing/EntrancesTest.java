package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.MokedTest;
import io.moked.Overtaken;
import io.moked.access.Callers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A number leads to a department. */
@MokedTest
class EntrancesTest extends TransferJourney {

    @Test
    void newConversationsWaitWhereTheirNumberLeads() {
        assertThat(lead(sales).status()).isEqualTo(200);
        assertThat(departmentOf(arrival())).isEqualTo(sales.toString());

        assertThat(lead(null).status()).isEqualTo(200);
        assertThat(departmentOf(arrival())).isEqualTo(business.department().toString());
    }

    @Test
    void eachNumberLeadsElsewhere() {
        lead(sales);
        var other = business.connectAnother(server);
        assertThat(
                        manager.items("/channels").stream()
                                .map(it ->
                                        agent.get(
                                                        "/channels/"
                                                                + it.path("id").asString()
                                                                + "/department")
                                                .path("departmentId")
                                                .asString(""))
                                .sorted())
                .containsExactly("", sales.toString());
        assertThat(other).isNotEmpty();
    }

    @Test
    void whereADepartmentIsGivenUpTheNumberLeadsToItsHeir() {
        lead(sales);

        assertThat(manager.call("DELETE", "/departments/" + sales, null).status()).isEqualTo(204);

        assertThat(entrance()).isEqualTo(business.department().toString());
        assertThat(departmentOf(arrival())).isEqualTo(business.department().toString());
    }

    @Test
    void whatBeginsWhileItsDepartmentIsGivenUpBeginsWithTheHeir() throws Exception {
        lead(sales);
        var by = server.getBean(Callers.class).ofToken(business.manager().token()).orElseThrow();

        var begun =
                Overtaken.by(
                        server,
                        business.tenant().id(),
                        () -> server.getBean(DepartmentRemoval.class).remove(sales, null, by),
                        this::arrival);

        assertThat(departmentOf(begun)).isEqualTo(business.department().toString());
    }

    @Test
    void aDepartmentThatIsNotThereIsRefused() {
        var answer = lead(UUID.randomUUID());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("departmentId");
        assertThat(agent.put(path(), Map.of()).status()).isEqualTo(403);
    }

    private String path() {
        return "/channels/" + business.channel() + "/department";
    }

    private Api.Answer lead(@Nullable UUID department) {
        var wanted = new HashMap<String, Object>();
        wanted.put("departmentId", department);
        return manager.put(path(), wanted);
    }

    private String entrance() {
        return agent.get(path()).path("departmentId").asString("");
    }

    private String departmentOf(String conversation) {
        return at(conversation).path("department").path("id").asString();
    }
}
