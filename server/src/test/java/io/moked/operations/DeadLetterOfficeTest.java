package io.moked.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import io.moked.whatsapp.DeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What operators do with dead letters is done once, and stands in the activity log. */
@MokedTest
class DeadLetterOfficeTest {

    @Autowired ApplicationContext server;
    @Autowired WorkerDatabase worker;
    @LocalServerPort int port;

    private final String phone = Meta.newPhone();
    private Business business;
    private Business.Member otto;
    private Api operator;
    private UUID id;
    private String letter;

    @BeforeEach
    void failADelivery() {
        business = Business.create(server);
        otto = Business.operator(server);
        operator = Api.of(port, otto);
        var said = List.of(Meta.text(phone, Meta.newId(), "at last"));
        id = UUID.randomUUID();
        worker.jdbc()
                .sql(
                        "insert into whatsapp.dead_letter values (:id, 5, 'test', now(), now(), :body)")
                .param("id", id)
                .param(
                        "body",
                        Meta.body(List.of(Meta.change(business.phoneNumberId(), "messages", said))))
                .update();
        letter = "/dead-letters/" + id;
    }

    private String listed() {
        return operator.items("/dead-letters?limit=100").toString();
    }

    private boolean isListed() {
        return listed().contains(id.toString());
    }

    private void assertLogged(String action) {
        await().until(() -> entries(action).size() == 1);
        assertThat(entries(action).getFirst().toString()).contains(otto.id().toString());
    }

    private List<JsonNode> entries(String action) {
        return operator.items("/audit-entries?action=" + action).stream()
                .filter(entry -> entry.toString().contains(id.toString()))
                .toList();
    }

    @Test
    void oneIsReplayedOnceItsCauseIsMended() {
        assertThat(isListed()).isTrue();
        assertThat(listed()).doesNotContain("at last").doesNotContain(phone);
        assertThat(operator.post(letter + "/replays", null).status()).isEqualTo(202);
        var agent = Api.of(port, business.agent());
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        assertThat(operator.post(letter + "/replays", null).status()).isEqualTo(404);
        assertLogged("operations.dead-letter-replayed");
    }

    @Test
    void oneIsDiscarded() {
        assertThat(operator.delete(letter).status()).isEqualTo(204);
        assertThat(isListed()).isFalse();
        assertThat(operator.delete(letter).status()).isEqualTo(404);
        assertLogged("operations.dead-letter-discarded");
    }

    @Test
    void nothingIsDoneThatCannotBeTold() {
        var letters = server.getBean(DeadLetters.class);
        for (var act :
                List.<Runnable>of(
                        () -> letters.discard(id, DeadLetterOfficeTest::fail),
                        () -> letters.replay(id, DeadLetterOfficeTest::fail))) {
            assertThatThrownBy(act::run).hasMessage("no room for more");
            assertThat(isListed()).isTrue();
        }
    }

    private static void fail(Instant came) {
        throw new IllegalStateException("no room for more");
    }
}
