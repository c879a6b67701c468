package io.moked.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What colleagues do with the same conversations. */
@MokedTest
class ColleaguesTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Business business;
    private Api agent;
    private Api colleague;

    @BeforeEach
    void open() {
        business = Business.create(server);
        agent = Api.of(port, business.agent());
        colleague = Api.of(port, business.colleague());
    }

    private String conversation() {
        var phone = Meta.newPhone();
        new Meta(port).says(business, phone, "hello?");
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        return "/conversations/" + agent.conversationsOf(phone).getFirst().path("id").asString();
    }

    private static Map<String, Object> take(Business.Member member, UUID expected) {
        var body = new HashMap<String, Object>();
        body.put("assigneeId", member.id());
        body.put("expected", expected);
        return body;
    }

    @Test
    void ofTwoAgentsWhoTakeOneConversationOneWinsAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 5; round++) {
            var assignment = conversation() + "/assignment";
            var answers = new ArrayList<Api.Answer>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var tries =
                        List.<Callable<Api.Answer>>of(
                                () -> agent.put(assignment, take(business.agent(), null)),
                                () -> colleague.put(assignment, take(business.colleague(), null)));
                for (var answer : threads.invokeAll(tries)) {
                    answers.add(answer.get());
                }
            }
            assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
            var loser = answers.stream().filter(it -> it.status() == 409).findFirst().orElseThrow();
            assertThat(loser.code()).isEqualTo("already-assigned");
            assertThat(loser.body().path("assignee").path("name").asString()).isNotEmpty();
        }
    }

    @Test
    void takeNextGivesTheLongestWaitingAndEachOnlyOnce() throws Exception {
        var waiting = new ArrayList<String>();
        for (int n = 0; n < 4; n++) {
            waiting.add(conversation().substring("/conversations/".length()));
        }
        var next = "/departments/" + business.department() + "/next-assignment";
        assertThat(agent.post(next, null).body().path("conversationId").asString())
                .isEqualTo(waiting.getFirst());
        var given = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Api.Answer>>();
            for (int n = 0; n < 3; n++) {
                tries.add(() -> agent.post(next, null));
                tries.add(() -> colleague.post(next, null));
            }
            for (var answer : threads.invokeAll(tries)) {
                if (answer.get().status() == 200) {
                    given.add(answer.get().body().path("conversationId").asString());
                }
            }
        }
        assertThat(given).containsExactlyInAnyOrderElementsOf(waiting.subList(1, 4));
        assertThat(agent.post(next, null).status()).isEqualTo(204);
    }

    @Test
    void anAgentCannotAnswerInAColleaguesConversationButAManagerCan() {
        var conversation = conversation();
        colleague.put(conversation + "/assignment", take(business.colleague(), null));
        var id = conversation.substring("/conversations/".length());
        assertThat(agent.reply(id, "let me").code()).isEqualTo("already-assigned");
        assertThat(Api.of(port, business.manager()).reply(id, "let me").status()).isEqualTo(201);
        assertThat(agent.get(conversation).path("assignee").path("id").asString())
                .isEqualTo(business.colleague().id().toString());
    }

    @Test
    void anAgentWhoAnswersAWaitingConversationTakesIt() {
        var conversation = conversation();
        agent.reply(conversation.substring("/conversations/".length()), "I am here");
        var now = agent.get(conversation);
        assertThat(now.path("handler").asString()).isEqualTo("agent");
        assertThat(now.path("assignee").path("id").asString())
                .isEqualTo(business.agent().id().toString());
        assertThat(now.path("unread").asInt()).isZero();
        assertThat(agent.delete(conversation + "/assignment").body().path("handler").asString())
                .isEqualTo("queue");
    }

    @Test
    void aResolvedConversationIsOverUntilItIsReopened() {
        var conversation = conversation();
        var id = conversation.substring("/conversations/".length());
        assertThat(agent.post(conversation + "/resolution", null).body().path("status").asString())
                .isEqualTo("resolved");
        assertThat(agent.reply(id, "one more thing").code()).isEqualTo("conversation-resolved");
        assertThat(agent.delete(conversation + "/resolution").body().path("status").asString())
                .isEqualTo("open");
        assertThat(agent.reply(id, "one more thing").status()).isEqualTo(201);
    }

    @Test
    void whoWritesAfterTheEndBeginsAnewAndTheOldOneStaysOver() {
        var phone = Meta.newPhone();
        var meta = new Meta(port);
        meta.says(business, phone, "first");
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        var old = agent.conversationsOf(phone).getFirst().path("id").asString();
        agent.post("/conversations/" + old + "/resolution", null);
        meta.says(business, phone, "second");
        await().until(() -> agent.conversationsOf(phone).size() == 2);
        assertThat(agent.delete("/conversations/" + old + "/resolution").code())
                .isEqualTo("another-conversation-open");
    }

    @Test
    void notesEventsAndMessagesStandInOneLineOfTime() {
        var conversation = conversation();
        var clientId = UUID.randomUUID();
        var note = Map.of("clientId", clientId, "body", "VIP, be kind");
        assertThat(agent.post(conversation + "/notes", note).status()).isEqualTo(201);
        assertThat(agent.post(conversation + "/notes", note).status()).isEqualTo(200);
        agent.put(conversation + "/assignment", take(business.agent(), null));
        var kinds =
                agent.items(conversation + "/timeline").stream()
                        .map(it ->
                                it.path("kind").asString()
                                        + it.path("event").path("type").asString(""))
                        .toList()
                        .reversed();
        assertThat(kinds)
                .containsExactly("eventopened", "message", "eventqueued", "note", "eventassigned");
        var paged = new ArrayList<String>();
        var cursor = "";
        do {
            var page = agent.get(conversation + "/timeline?limit=2&cursor=" + cursor);
            Api.list(page.path("items"))
                    .forEach(it ->
                            paged.add(
                                    it.path("kind").asString()
                                            + it.path("event").path("type").asString("")));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(paged.reversed()).isEqualTo(kinds);
    }

    @Test
    void labelsAreKeptAndOfferedAgain() {
        var conversation = conversation();
        var labels = Map.of("labels", List.of("vip", " late ", "vip"));
        var labeled = agent.put(conversation + "/labels", labels).body();
        assertThat(Api.list(labeled.path("labels")))
                .extracting(it -> it.asString())
                .containsExactly("late", "vip");
        assertThat(agent.items("/labels"))
                .extracting(it -> it.path("name").asString())
                .contains("late", "vip");
        assertThat(agent.items("/conversations?label=vip")).hasSize(1);
        var tooLong = Map.of("labels", List.of("x".repeat(41)));
        assertThat(agent.put(conversation + "/labels", tooLong).code())
                .isEqualTo("invalid-request");
    }

    @Test
    void listsGoOnWhereTheyEndedWhateverTheLimit() {
        for (int n = 0; n < 5; n++) {
            conversation();
        }
        var all =
                agent.items("/conversations").stream().map(it -> it.path("id").asString()).toList();
        var paged = new ArrayList<String>();
        var cursor = "";
        do {
            var page = agent.get("/conversations?limit=2&cursor=" + cursor);
            Api.list(page.path("items")).forEach(it -> paged.add(it.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(paged).hasSize(5).isEqualTo(all);
        assertThat(agent.call("GET", "/conversations?limit=101", null).code())
                .isEqualTo("invalid-request");
        assertThat(agent.call("GET", "/conversations?cursor=nonsense", null).code())
                .isEqualTo("invalid-request");
        assertThat(agent.call("GET", "/conversations?status=lost", null).code())
                .isEqualTo("invalid-request");
    }
}
