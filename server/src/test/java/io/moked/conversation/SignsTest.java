package io.moked.conversation;

import static io.moked.Outbound.errors;
import static io.moked.Outbound.json;
import static io.moked.Outbound.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.Outbound;
import io.moked.tenancy.TenantScope;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Our reactions to what contacts write. */
@MokedTest
class SignsTest extends Journey {

    private static final String THUMB = "{'type':'reaction','emoji':'👍'}";

    private static JsonNode sign(Outbound to) {
        return to.messages().getLast().path("ownReaction");
    }

    @Test
    void aReactionStandsUnderItsMessageAndIsNoLineOfTheThread() {
        var to = new Outbound(this);

        var sent = to.sent(THUMB, to.theirs());

        assertThat(said(sent))
                .isEqualTo(
                        json(
                                "{'type':'reaction','reaction':{'message_id':'%s','emoji':'👍'}}"
                                        .formatted(to.wamid)));
        assertThat(to.messages()).hasSize(1);
        assertThat(sign(to).path("emoji").asString()).isEqualTo("👍");
        var timeline = agent.items("/conversations/" + to.conversation + "/timeline");
        assertThat(timeline)
                .noneMatch(it ->
                        it.path("message")
                                .path("content")
                                .path("type")
                                .asString("")
                                .equals("reaction"));
        var conversation = conversationOf(to.phone);
        assertThat(conversation.path("lastMessage").path("preview").asString()).isEqualTo("hello?");
        assertThat(conversation.path("unread").asInt()).isZero();
    }

    @Test
    void theLatestReactionCountsAndNoneTakesItAway() {
        var to = new Outbound(this);
        to.sent(THUMB, to.theirs());
        to.sent("{'type':'reaction','emoji':'❤️'}", to.theirs());
        assertThat(sign(to).path("emoji").asString()).isEqualTo("❤️");

        var sent = to.sent("{'type':'reaction'}", to.theirs());

        assertThat(sent.path("reaction").path("emoji").asString("none")).isEmpty();
        assertThat(sign(to).path("emoji").isNull()).isTrue();
    }

    @Test
    void oneThatMetaRefusesLeavesTheOneBeforeAndSaysWhy() {
        var to = new Outbound(this);
        to.sent(THUMB, to.theirs());
        var refusal = "{\"error\":{\"code\":131009,\"message\":\"too old\"}}";
        GraphStub.get().next(GraphStub.get().answer(400, refusal));
        to.reply("{'type':'reaction','emoji':'🌹'}", to.theirs());
        await().until(() -> sign(to).path("failure").path("code").asString("").equals("131009"));
        assertThat(sign(to).path("emoji").asString()).isEqualTo("👍");
    }

    @Test
    void onlyWhatTheContactWroteCanBeReactedTo() {
        var to = new Outbound(this);
        to.sent("{'type':'text','body':'words'}");
        await().until(() -> !to.messages().getFirst().path("status").asString().equals("queued"));
        var ours = to.messages().getFirst().path("id").asString();
        assertThat(errors(to.reply(THUMB))).isEqualTo(Map.of("replyTo", "missing"));
        assertThat(errors(to.reply(THUMB, ours))).isEqualTo(Map.of("replyTo", "not-allowed"));
        var unknown = UUID.randomUUID().toString();
        assertThat(to.reply(THUMB, unknown).status()).isEqualTo(404);
    }

    @Test
    void aMessageOfLongAgoIsNotReactedToAnyMore() {
        var to = new Outbound(this);
        meta.says(business, to.phone, "and now?");
        wordsOnceThereAre(2, to.conversation);
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        """
                                                        update conversation.message set at = at - interval '31 days'
                                                        where external_id = ?
                                                        """)
                                                .param(to.wamid)
                                                .update()));
        assertThat(to.reply(THUMB, to.theirs()).code()).isEqualTo("too-old-to-react");
    }

    @Test
    void aSignOfTheContactsStandsBesideOurs() {
        var to = new Outbound(this);
        to.sent(THUMB, to.theirs());
        meta.deliver(
                business,
                java.util.List.of(
                        Map.of(
                                "from", to.phone,
                                "id", Meta.newId(),
                                "timestamp",
                                        Long.toString(java.time.Instant.now().getEpochSecond()),
                                "type", "reaction",
                                "reaction", Map.of("message_id", to.wamid, "emoji", "🌹"))));
        await().until(() -> to.messages().getLast().path("reaction").asString("").equals("🌹"));
        assertThat(sign(to).path("emoji").asString()).isEqualTo("👍");
    }
}
