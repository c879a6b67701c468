package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moked.Api;
import io.moked.Business.Member;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A department that gives what waits to its members. */
@MokedTest
class GivingTest extends RoutingJourney {

    @BeforeEach
    void push() {
        change("push", "longest_idle");
        setMembers(business.agent(), business.colleague());
    }

    @Test
    void whoWritesIsGivenToTheMemberWhoIsAvailable() {
        become(colleague, "available");
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");

        await().until(() -> assigneeOf(phone).equals(business.colleague().id().toString()));

        var decision =
                agent.get("/conversations/" + idOf(phone) + "/routing").path("decisions").get(0);
        assertThat(decision.path("agent").asString()).isEqualTo("Carl Colleague");
        assertThat(decision.path("choice").asString()).isEqualTo("longest_idle");
        assertThat(decision.path("considered").get(0).path("weights").has("idleSince")).isTrue();
        assertThat(decision.path("obstacles").path("not_available").asInt()).isOne();
    }

    @Test
    void whoBecomesAvailableIsGivenWhatWaitsAndNoMoreThanTheyCanHold() {
        setCapacity(business.agent(), 2);
        var phones = arrivals(3);
        assertThat(phones).allMatch(it -> assigneeOf(it).isEmpty());

        become(agent, "available");

        await().until(() -> holds(business.agent()) == 2);
        assertThat(assigneeOf(phones.get(2))).isEmpty();
        var waiting =
                agent.get("/conversations/" + idOf(phones.get(2)) + "/routing").path("waiting");
        assertThat(waiting.path("before").asInt()).isZero();
        assertThat(waiting.path("obstacles").path("full").asInt()).isOne();
        assertThat(waiting.path("department").asString()).isEqualTo("General");

        agent.post("/conversations/" + idOf(phones.get(0)) + "/resolution", Map.of());
        await().until(() -> assigneeOf(phones.get(2)).equals(business.agent().id().toString()));
        assertThat(holds(business.agent())).isEqualTo(2);
    }

    @Test
    void moreRoomAndAnotherMemberAreUsedAtOnce() {
        setCapacity(business.agent(), 1);
        become(agent, "available");
        become(colleague, "available");
        setMembers(business.agent());
        var phones = arrivals(3);
        await().until(() -> holds(business.agent()) == 1);

        setCapacity(business.agent(), 2);
        await().until(() -> holds(business.agent()) == 2);
        setMembers(business.agent(), business.colleague());
        await().until(() -> holds(business.colleague()) == 1);
        assertThat(phones).noneMatch(it -> assigneeOf(it).isEmpty());
    }

    @Test
    void whoIsFullTakesNothingMoreUnlessSomebodyGivesItToThem() {
        setCapacity(business.agent(), 1);
        change("pull", "longest_idle");
        var phones = arrivals(3);
        var next = "/departments/" + business.department() + "/next-assignment";
        assertThat(agent.post(next, Map.of()).status()).isEqualTo(200);

        var refusal = agent.post(next, Map.of());
        assertThat(refusal.code()).isEqualTo("capacity-reached");
        assertThat(refusal.body().path("capacity").asInt()).isOne();
        assertThat(agent.reply(idOf(phones.get(1)), "mine").code()).isEqualTo("capacity-reached");

        var toAnn = Map.of("assigneeId", business.agent().id());
        var assignment = "/conversations/" + idOf(phones.get(1)) + "/assignment";
        assertThat(colleague.put(assignment, toAnn).code()).isEqualTo("capacity-reached");
        assertThat(assigneeOf(phones.get(1))).isEmpty();
        var given = manager.put(assignment, toAnn);
        assertThat(given.status()).isEqualTo(200);
        assertThat(holds(business.agent())).isEqualTo(2);
    }

    @Test
    void whoMayAnswerThereNoMoreIsGivenNothing() {
        become(agent, "available");
        var administrator = Api.of(port, business.administrator());
        var taken =
                administrator.put("/users/" + business.agent().id() + "/deactivation", Map.of());
        assertThat(taken.status()).isLessThan(300);
        become(colleague, "available");

        Stream.generate(Meta::newPhone).limit(2).forEach(it -> meta.says(business, it, "hello?"));

        await().until(() -> holds(business.colleague()) == 2);
        assertThat(holds(business.agent())).isZero();
    }

    /** What cannot be read keeps the whole business from being decided about. */
    @Test
    void whatCouldNotBeLookedAtIsLookedAtAgain() {
        become(agent, "available");
        var waker = new Waker();
        var giving =
                new Giving(
                        waker,
                        server.getBean(Decisions.class),
                        server.getBean(LeftBehind.class),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry());
        setMembers(business.colleague());
        var phone = arrivals(1).getFirst();
        behindTheirBacks("update routing.waiting set declined = array[null]::uuid[]");
        setMembers(business.agent(), business.colleague());
        waker.wake(business.tenant().id());

        assertThatThrownBy(giving::round).isInstanceOf(RuntimeException.class);

        await().until(() -> waker.next().isPresent());
        behindTheirBacks("update routing.waiting set declined = '{}'");
        await().until(() -> assigneeOf(phone).equals(business.agent().id().toString()));
    }

    @Test
    void lookingAtOneselfMakesNobodyAnAgent() {
        var administrator = Api.of(port, business.administrator());
        var own = administrator.get("/me/availability");
        assertThat(own.path("availability").asString()).isEqualTo("offline");
        assertThat(manager.items("/agents")).hasSize(2);
    }

    @Test
    void onlyWhoMayAnswerThereCanBeAMember() {
        var stranger = UUID.randomUUID();
        var answer =
                manager.put(
                        "/departments/" + business.department() + "/members",
                        Map.of("agentIds", List.of(stranger)));
        assertThat(answer.status()).isEqualTo(400);
    }

    /** Several servers decide at the same time, and people take and end things meanwhile. */
    @Test
    void whateverHappensAtOnceNobodyHoldsMoreThanTheyCanAndNothingHasTwoOwners() throws Exception {
        var agents = Stream.of(business.agent(), business.colleague(), business.manager()).toList();
        agents.forEach(it -> setCapacity(it, 4));
        setMembers(agents.toArray(Member[]::new));
        agents.forEach(it -> become(Api.of(port, it), "available"));
        var decisions = server.getBean(Decisions.class);
        var phones = IntStream.range(0, 40).mapToObj(n -> Meta.newPhone()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 8; n++) {
                threads.submit(() -> {
                    for (int again = 0; again < 20; again++) {
                        TenantScope.run(business.tenant().id(), decisions::decideAll);
                    }
                });
            }
            for (var phone : phones) {
                meta.says(business, phone, "hello?");
                threads.submit(() -> {
                    var all = agent.items("/conversations?handler=agent&status=open&limit=100");
                    if (!all.isEmpty()) {
                        var id = all.getFirst().path("id").asString();
                        manager.post("/conversations/" + id + "/resolution", Map.of());
                    }
                });
            }
        }
        await().until(() -> agent.items("/conversations?limit=100").size() == phones.size());
        await().untilAsserted(
                        () -> assertThat(agents).allMatch(it -> holds(it) == 4 || waiting() == 0));
        assertThat(agents).allMatch(it -> holds(it) <= 4 && holds(it) == owns(it));
        assertThat(doubleDecisions()).isZero();
    }

    private int owns(Member member) {
        return manager.items("/conversations?status=open&limit=100&assignee=" + member.id()).size();
    }

    private long waiting() {
        return manager.items("/conversations?handler=queue&status=open&limit=100").size();
    }

    /** A conversation is given once for each time it waits; these wait once. */
    private int doubleDecisions() {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        """
                                                        select count(*) from (select from routing.decision
                                                            group by conversation_id having count(*) > 1) as twice
                                                        """)
                                                .query(Integer.class)
                                                .single()));
    }
}
