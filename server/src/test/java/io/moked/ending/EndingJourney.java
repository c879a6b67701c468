package io.moked.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business.Member;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A business whose manager says how conversations end, and a clock that is told what time it is.
 */
abstract class EndingJourney extends Journey {

    Api colleague;
    Api manager;

    @BeforeEach
    final void signIn() {
        colleague = Api.of(port, business.colleague());
        manager = Api.of(port, business.manager());
    }

    /** A conversation that the agent has answered. */
    final String answered(String phone) {
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        assertThat(agent.reply(conversation, "I am here").status()).isEqualTo(201);
        return conversation;
    }

    final String answered() {
        return answered(Meta.newPhone());
    }

    final JsonNode at(String conversation) {
        return manager.get("/conversations/" + conversation);
    }

    final String statusOf(String conversation) {
        return at(conversation).path("status").asString();
    }

    final String assigneeOf(String conversation) {
        return at(conversation).path("assignee").path("id").asString("");
    }

    final Api.Answer resolve(String conversation, Map<String, Object> wanted) {
        return agent.post("/conversations/" + conversation + "/resolution", wanted);
    }

    final Api.Answer snooze(String conversation, Instant until) {
        var wanted = new HashMap<String, Object>();
        wanted.put("until", until == null ? null : until.toString());
        return agent.put("/conversations/" + conversation + "/snooze", wanted);
    }

    /** As if it were so much later. */
    final void pass(Duration time) {
        server.getBean(Alarm.class).endDue(Instant.now().plus(time));
    }

    /** What happened to it, the newest first. */
    final List<String> events(String conversation) {
        return manager.items("/conversations/" + conversation + "/timeline").stream()
                .map(it -> it.path("event"))
                .filter(JsonNode::isObject)
                .map(it ->
                        (it.path("type").asString()
                                        + " "
                                        + it.path("subject").path("name").asString(""))
                                .strip())
                .toList();
    }

    final Api.Answer setEnding(Map<String, Object> wanted) {
        var whole = new HashMap<String, Object>();
        whole.put("requiresDisposition", false);
        whole.put("wrapUpSeconds", 0);
        whole.putAll(wanted);
        return manager.put("/departments/" + business.department() + "/ending", whole);
    }

    final int holds(Member member) {
        return manager.items("/agents").stream()
                .filter(it -> it.path("id").asString().equals(member.id().toString()))
                .mapToInt(it -> it.path("used").asInt())
                .sum();
    }

    /**
     * Until the journal has told who is silent there: {@code contact}, {@code agent}, or nobody.
     */
    final void untilSilent(String conversation, String who) {
        await().until(() ->
                TenantScope.call(
                                business.tenant().id(),
                                () ->
                                        server.getBean(TransactionTemplate.class)
                                                .execute(tx -> silentIn(conversation)))
                        .equals(who));
    }

    /** As if the journal had yet to tell that it is not the contact any more. */
    final void asIfStillSilent(String conversation) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx -> setSilent(conversation)));
    }

    private void setSilent(String conversation) {
        server.getBean(JdbcClient.class)
                .sql(
                        """
                        update ending.silence set silent = 'contact', due_at = since
                        where conversation_id = :id::uuid
                        """)
                .param("id", conversation)
                .update();
    }

    private String silentIn(String conversation) {
        return server.getBean(JdbcClient.class)
                .sql("select silent from ending.silence where conversation_id = :id::uuid")
                .param("id", conversation)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
