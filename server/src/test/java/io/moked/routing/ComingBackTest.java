package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.conversation.Ends;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What has ended and goes on, and what went elsewhere while something was decided. */
@MokedTest
class ComingBackTest extends TransferJourney {

    @Autowired Scene scene;
    @Autowired Gifts gifts;
    @Autowired Ends ends;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transactions;

    @Test
    void whoeverLeftIsGivenNothingThatComesBack() {
        manager.put("/reopening", Map.of("reopeningMinutes", 60));
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var one = idOf(phone);
        take(agent, one);
        end(agent, one);
        administrator.put("/users/" + business.agent().id() + "/deactivation", Map.of());

        meta.says(business, phone, "one more thing");

        await().until(() -> at(one).path("handler").asString().equals("queue"));
        assertThat(assigneeOf(one)).isEmpty();
        assertThat(before(one)).isZero();
    }

    @Test
    void whoeverLostItsDepartmentIsGivenNothingOfItThatComesBack() {
        manager.put("/reopening", Map.of("reopeningMinutes", 60));
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var one = idOf(phone);
        take(agent, one);
        end(agent, one);
        var role = Map.of("role", "agent", "departments", List.of(sales));
        administrator.call(
                "PATCH", "/users/" + business.agent().id(), Map.of("roles", List.of(role)));

        meta.says(business, phone, "one more thing");

        await().until(() -> at(one).path("handler").asString().equals("queue"));
        assertThat(holds(business.agent())).isZero();
    }

    @Test
    void nobodyReopensBeyondWhatTheyCanHold() {
        var ended = arrival();
        take(agent, ended);
        end(agent, ended);
        setCapacity(business.agent(), 1);
        take(agent, arrival());

        assertThat(reopen(agent, ended).code()).isEqualTo("capacity-reached");
        assertThat(at(ended).path("status").asString()).isEqualTo("resolved");

        assertThat(reopen(colleague, ended).status()).isEqualTo(200);
        assertThat(at(ended).path("handler").asString()).isEqualTo("queue");
        assertThat(lines(ended)).contains("unassigned Carl Colleague Ann Agent");
        assertThat(holds(business.agent())).isOne();
    }

    @Test
    void eachIsTakenFromWhoHadIt() {
        var first = arrival();
        var second = arrival();
        take(agent, first);
        take(colleague, second);
        var later = clock.instant().plusSeconds(3_600);
        setAside(agent, first, later);
        setAside(colleague, second, later);
        setCapacity(business.agent(), 1);
        setCapacity(business.colleague(), 1);
        take(agent, arrival());
        take(colleague, arrival());

        var both = Stream.of(first, second).map(UUID::fromString).toList();
        TenantScope.run(business.tenant().id(), () -> ends.wakeDue(both, later));

        assertThat(lines(first)).contains("unassigned  Ann Agent");
        assertThat(lines(second)).contains("unassigned  Carl Colleague");
    }

    @Test
    void whatWentElsewhereWhileItWasDecidedStaysThere() {
        change(business.department(), "push");
        setMembers(business.department(), business.agent());
        var one = arrival();
        TenantScope.run(
                business.tenant().id(),
                () -> {
                    comesUnheard();
                    var picture = scene.front(1);
                    var decided = picture.floor().settle(clock.instant());
                    transfer(colleague, one, toDepartment(sales, ""));
                    transactions.executeWithoutResult(tx -> gifts.carryOut(decided, picture));
                });
        assertThat(at(one).path("department").path("id").asString()).isEqualTo(sales.toString());
        assertThat(assigneeOf(one)).isEmpty();
    }

    /** So that nobody else decides it meanwhile. */
    private void comesUnheard() {
        setCapacity(business.agent(), 5);
        transactions.executeWithoutResult(tx ->
                server.getBean(JdbcClient.class)
                        .sql("update agent.agent set availability = 'available'")
                        .update());
    }

    @Test
    void whatNobodyCanHoldIsPassedByWhoeverTakesTheNext() {
        setCapacity(business.agent(), 4);
        weigh(5);
        var heavy = arrival();
        weigh(1);
        var light = arrival();
        var next = "/departments/" + business.department() + "/next-assignment";

        assertThat(agent.post(next, Map.of()).body().path("conversationId").asString())
                .isEqualTo(light);
        assertThat(agent.post(next, Map.of()).status()).isEqualTo(204);
        assertThat(assigneeOf(heavy)).isEmpty();
    }

    private static void setAside(Api who, String conversation, Instant until) {
        var path = "/conversations/" + conversation + "/snooze";
        assertThat(who.put(path, Map.of("until", until)).status()).isEqualTo(200);
    }

    private void weigh(int units) {
        manager.put("/channels/" + business.channel() + "/weight", Map.of("units", units));
    }

    private static void end(Api who, String conversation) {
        assertThat(who.post("/conversations/" + conversation + "/resolution", Map.of()).status())
                .isEqualTo(200);
    }

    private static Api.Answer reopen(Api who, String conversation) {
        return who.delete("/conversations/" + conversation + "/resolution");
    }
}
