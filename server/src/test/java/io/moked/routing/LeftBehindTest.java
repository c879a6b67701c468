package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A server that dies between a commit and what follows from it has told nobody. */
@MokedTest
class LeftBehindTest extends Journey {

    @Test
    void whatNobodyWasToldOfIsFoundAndGiven() {
        change("push");
        var members = Map.of("agentIds", List.of(business.agent().id()));
        manager().put("/departments/" + business.department() + "/members", members);
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var left = server.getBean(LeftBehind.class);
        assertThat(left.tenants(Instant.now())).contains(business.tenant().id());
        assertThat(left.tenants(Instant.now().minusSeconds(600)))
                .doesNotContain(business.tenant().id());
        becomeAvailableUnheard();
        TenantScope.run(business.tenant().id(), server.getBean(Decisions.class)::decideAll);

        var assignee = agent.get("/conversations/" + conversation).path("assignee").path("id");
        assertThat(assignee.asString()).isEqualTo(business.agent().id().toString());
    }

    @Test
    void whatAgentsTakeThemselvesWasLeftByNobody() {
        change("pull");
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        conversationOf(phone);
        assertThat(server.getBean(LeftBehind.class).tenants(Instant.now()))
                .doesNotContain(business.tenant().id());
    }

    private Api manager() {
        return Api.of(port, business.manager());
    }

    private void change(String mode) {
        var wanted = Map.of("name", "General", "mode", mode, "choice", "longest_idle");
        manager().put("/departments/" + business.department(), wanted);
    }

    private void becomeAvailableUnheard() {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        "update agent.agent set availability = 'available'")
                                                .update()));
    }
}
