package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Business.Member;
import io.moked.MokedTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What conversations ask for: who knows something, and how urgent they are. */
@MokedTest
class SkilledTest extends RoutingJourney {

    private String hebrew;

    @BeforeEach
    void staff() {
        change("push", "longest_idle");
        setMembers(business.agent(), business.colleague());
        hebrew = addSkill("Hebrew");
    }

    @Test
    void whoeverKnowsEnoughIsGivenIt() {
        knows(business.colleague(), 3);
        knows(business.agent(), 2);
        var phone = arrivals(1).getFirst();
        ask(phone, "normal", 3);
        become(agent, "available");
        await().until(() ->
                waitOf(phone).path("obstacles").path("lacks_skill").asInt() == 1
                        && assigneeOf(phone).isEmpty());

        become(colleague, "available");

        await().until(() -> assigneeOf(phone).equals(business.colleague().id().toString()));
        var demand = agent.get(routing(phone)).path("demand");
        assertThat(demand.path("required").get(0).path("name").asString()).isEqualTo("Hebrew");
    }

    @Test
    void moreThanAFrontOfThemWhomNobodyCanHaveHoldsUpNobodyBehind() {
        var blocked = arrivals(3);
        blocked.forEach(it -> ask(it, "normal", 5));
        multiply(idOf(blocked.getFirst()), 900);
        var phone = arrivals(1).getFirst();
        become(agent, "available");
        await().until(() -> assigneeOf(phone).equals(business.agent().id().toString()));
        assertThat(blocked).allMatch(it -> assigneeOf(it).isEmpty());
    }

    @Test
    void afterAWaitLessIsRequired() {
        relax(60);
        knows(business.agent(), 1);
        become(agent, "available");
        knows(business.colleague(), 5);
        var phone = blockedBy(2);
        assertThat(waitOf(phone).path("relaxesAt").asString()).isNotEmpty();

        age(phone, 59);
        relax(59);

        await().until(() -> assigneeOf(phone).equals(business.agent().id().toString()));
    }

    @Test
    void whoIsUrgentComesFirstAndKeepsThatWhereverItWaitsAgain() {
        var phones = arrivals(3);
        ask(phones.getLast(), "urgent", 0);
        assertThat(waitOf(phones.getLast()).path("before").asInt()).isZero();
        assertThat(waitOf(phones.getFirst()).path("before").asInt()).isOne();

        ask(phones.getFirst(), "low", 0);
        assertThat(waitOf(phones.getFirst()).path("before").asInt()).isEqualTo(2);
        ask(phones.getFirst(), "normal", 0);
        assertThat(waitOf(phones.getFirst()).path("before").asInt()).isOne();

        change("pull", "longest_idle");
        var next = "/departments/" + business.department() + "/next-assignment";
        assertThat(agent.post(next, Map.of()).body().path("conversationId").asString())
                .isEqualTo(idOf(phones.getLast()));
        var path = "/conversations/" + idOf(phones.getLast()) + "/assignment";
        assertThat(manager.delete(path).status()).isLessThan(300);
        assertThat(waitOf(phones.getLast()).path("before").asInt()).isZero();
    }

    @Test
    void aSkillThatIsNoMoreIsAskedForNoMore() {
        become(agent, "available");
        var phone = blockedBy(1);
        assertThat(manager.delete("/skills/" + hebrew).status()).isEqualTo(204);
        await().until(() -> assigneeOf(phone).equals(business.agent().id().toString()));
        assertThat(manager.items("/skills/levels")).isEmpty();
        assertThat(agent.get(routing(phone)).path("demand").path("required").isEmpty()).isTrue();
    }

    @Test
    void whatAsksForItNoMoreIsGivenAtOnce() {
        var phone = blockedBy(5);
        ask(phone, "normal", 0);
        await().until(() -> assigneeOf(phone).equals(business.agent().id().toString()));
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        var phone = arrivals(1).getFirst();
        var known = Map.of("skillId", hebrew, "level", 3);
        assertThat(asked(phone, List.of(known), List.of(known))).isEqualTo("also-required");
        assertThat(asked(phone, List.of(known, known), List.of())).isEqualTo("twice");
        var unknown = Map.of("skillId", UUID.randomUUID(), "level", 3);
        assertThat(asked(phone, List.of(unknown), List.of())).isEqualTo("unknown-skill");
        var tooMuch = Map.of("skillId", hebrew, "level", 6);
        assertThat(asked(phone, List.of(tooMuch), List.of())).isNotEmpty();
        assertThat(manager.post("/skills", Map.of("name", "HEBREW")).code())
                .isEqualTo("skill-name-taken");
    }

    private String addSkill(String name) {
        var added = manager.post("/skills", Map.of("name", name));
        assertThat(added.status()).isEqualTo(201);
        return added.body().path("id").asString();
    }

    private void knows(Member member, int level) {
        var skills = List.of(Map.of("skillId", hebrew, "level", level));
        var answer = manager.put("/agents/" + member.id() + "/skills", Map.of("skills", skills));
        assertThat(answer.status()).isEqualTo(200);
    }

    private String blockedBy(int level) {
        become(agent, "away");
        var phone = arrivals(1).getFirst();
        ask(phone, "normal", level);
        become(agent, "available");
        return phone;
    }

    private void ask(String phone, String priority, int level) {
        List<Object> required =
                level == 0 ? List.of() : List.of(Map.of("skillId", hebrew, "level", level));
        var wanted = Map.of("priority", priority, "required", required, "preferred", List.of());
        assertThat(agent.put(routing(phone), wanted).status()).isEqualTo(200);
    }

    private String asked(String phone, List<?> required, List<?> preferred) {
        var wanted = Map.of("priority", "normal", "required", required, "preferred", preferred);
        var answer = agent.put(routing(phone), wanted);
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().path("errors").get(0).path("message").asString();
    }

    private void relax(int seconds) {
        var wanted = new HashMap<String, Object>(Map.of("name", "General", "mode", "push"));
        wanted.putAll(Map.of("choice", "longest_idle", "relaxAfterSeconds", seconds));
        assertThat(manager.put("/departments/" + business.department(), wanted).status())
                .isEqualTo(200);
    }

    private String routing(String phone) {
        return "/conversations/" + idOf(phone) + "/routing";
    }

    private JsonNode waitOf(String phone) {
        return agent.get(routing(phone)).path("waiting");
    }

    private void age(String phone, int seconds) {
        behindTheirBacks(
                "update routing.waiting set since = since - make_interval(secs => %d) where conversation_id = '%s'"
                        .formatted(seconds, idOf(phone)));
    }

    /** As many more that ask for the same, and stand before everybody. */
    private void multiply(String conversation, int count) {
        behindTheirBacks(
                """
                with more as (
                    insert into routing.waiting (tenant_id, conversation_id, department_id, since, standing_at, units, came_at)
                    select tenant_id, gen_random_uuid(), department_id, since, standing_at - interval '1 day', units, came_at
                    from routing.waiting, generate_series(1, %d) where conversation_id = '%s'
                    returning tenant_id, conversation_id
                )
                insert into routing.need
                select more.tenant_id, more.conversation_id, skill_id, level, is_required
                from more, routing.need n where n.conversation_id = '%2$s'
                """
                        .formatted(count, conversation));
    }
}
