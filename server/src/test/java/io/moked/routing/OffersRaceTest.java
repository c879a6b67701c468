package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business.Member;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is offered while everybody is at it. */
@MokedTest
class OffersRaceTest extends OfferJourney {

    private static final int ROOM = 3;

    /** Several servers ask, people accept, decline and let pass, all at once. */
    @Test
    void whateverHappensAtOnceNobodyIsAskedBeyondTheirRoomAndNothingHasTwoOwners()
            throws Exception {
        offering(Map.of("offerMisses", 0));
        setMembers(business.agent(), business.colleague());
        var apis = Stream.of(agent, colleague).toList();
        var agents = Stream.of(business.agent(), business.colleague()).toList();
        agents.forEach(it -> setCapacity(it, ROOM));
        apis.forEach(it -> become(it, "available"));
        var phones = arrivals(20);
        var work = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 4; n++) {
                work.add(threads.submit(this::decideAgainAndAgain));
                work.add(threads.submit(this::letSomePass));
            }
            for (var who : apis) {
                work.add(threads.submit(() -> answer(who, it -> who.delete("/offers/" + it))));
                work.add(threads.submit(() -> answer(who, it -> accept(who, it))));
                work.add(threads.submit(() -> answer(who, it -> accept(who, it))));
            }
        }
        for (var one : work) {
            one.get();
        }
        await().untilAsserted(() ->
                assertThat(agents)
                        .allMatch(it -> holds(it) == ROOM)
                        .allMatch(it -> holds(it) == owns(it) + asked(it)));
        assertThat(phones.stream().filter(it -> !assigneeOf(it).isEmpty()).count())
                .isEqualTo(agents.stream().mapToInt(this::owns).sum());
    }

    private void decideAgainAndAgain() {
        for (int again = 0; again < 30; again++) {
            TenantScope.run(business.tenant().id(), server.getBean(Decisions.class)::decideAll);
        }
    }

    private void letSomePass() {
        for (int again = 0; again < 10; again++) {
            behindTheirBacks(
                    "update routing.offer set ends_at = now() where id in (select id from routing.offer limit 1)");
        }
    }

    /** Whatever comes of it: somebody else may have been quicker. */
    private void answer(Api who, Consumer<String> answer) {
        for (int again = 0; again < 15; again++) {
            offersTo(who).forEach(it -> answer.accept(it.path("id").asString()));
            assertThat(business.agent()).matches(it -> holds(it) <= ROOM);
            assertThat(business.colleague()).matches(it -> holds(it) <= ROOM);
        }
    }

    private int owns(Member member) {
        return manager.items("/conversations?status=open&limit=100&assignee=" + member.id()).size();
    }

    private int asked(Member member) {
        return offersTo(member.equals(business.agent()) ? agent : colleague).size();
    }
}
