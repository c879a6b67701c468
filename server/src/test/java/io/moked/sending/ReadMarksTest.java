package io.moked.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.Outbound;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What contacts get to see of those who answer them. */
@MokedTest
class ReadMarksTest extends Journey {

    private static List<JsonNode> marksOf(String wamid) {
        return GraphStub.get().readsOf(wamid);
    }

    private void read(Outbound contact) {
        var mark = "/conversations/" + contact.conversation + "/read-mark";
        assertThat(agent.put(mark, null).status()).isEqualTo(204);
    }

    private void type(Outbound contact) {
        var typing = "/conversations/" + contact.conversation + "/typing";
        assertThat(agent.put(typing, null).status()).isEqualTo(204);
    }

    /** Marks that are still to be shown, as many tries as each has had. */
    private List<Integer> waiting() {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql("select attempts from sending.read_mark")
                                                .query(Integer.class)
                                                .list()));
    }

    @Test
    void whatAnAgentReadsIsMarkedOnceAndForTheNewestMessage() {
        var contact = new Outbound(this);
        var newest = Meta.newId();
        meta.deliver(business, List.of(Meta.text(contact.phone, newest, "anyone?")));
        wordsOnceThereAre(2, contact.conversation);

        read(contact);
        await().until(() -> marksOf(newest).size() == 1);
        await().until(() -> waiting().isEmpty());
        read(contact);

        assertThat(waiting()).isEmpty();
        assertThat(marksOf(contact.wamid)).isEmpty();
        assertThat(marksOf(newest).getFirst())
                .isEqualTo(
                        Outbound.json(
                                "{'messaging_product':'whatsapp','status':'read','message_id':'%s'}"
                                        .formatted(newest)));
    }

    @Test
    void whoeverAnswersHasRead() {
        var contact = new Outbound(this);
        contact.sent("{'type':'text','body':'here'}");
        await().until(() -> marksOf(contact.wamid).size() == 1);
    }

    @Test
    void aFaultOfMetasIsTriedAgainAndARefusalIsNot() {
        var refused = new Outbound(this);
        GraphStub.get().answerReads(refused.wamid, 400);
        read(refused);
        await().until(() -> marksOf(refused.wamid).size() == 1);
        await().until(() -> waiting().isEmpty());

        var unlucky = new Outbound(this);
        GraphStub.get().answerReads(unlucky.wamid, 500);
        read(unlucky);
        await().until(() -> marksOf(unlucky.wamid).size() == 1);
        assertThat(waiting()).containsExactly(1);
    }

    @Test
    void triesBecomeRareAndEnd() {
        assertThat(ReadMarker.pause(1)).hasSeconds(30);
        assertThat(ReadMarker.pause(9)).hasHours(1);
        assertThat(ReadMarker.MOST_ATTEMPTS).isEqualTo(10);
    }

    @Test
    void whoWritesIsShownNoMoreOftenThanTheSignLasts() {
        var contact = new Outbound(this);
        type(contact);
        await().until(() -> marksOf(contact.wamid).size() == 1);
        type(contact);
        var other = new Outbound(this);
        type(other);
        await().until(() -> marksOf(other.wamid).size() == 1);

        assertThat(marksOf(contact.wamid)).hasSize(1);
        assertThat(
                        marksOf(contact.wamid)
                                .getFirst()
                                .path("typing_indicator")
                                .path("type")
                                .asString())
                .isEqualTo("text");
    }

    @Test
    void nobodyIsShownWritingWhereTheWindowHasClosed() {
        var phone = Meta.newPhone();
        var old = Meta.newId();
        var yesterday = Instant.now().minus(25, ChronoUnit.HOURS);
        meta.deliver(business, List.of(Meta.text(phone, old, "old", yesterday)));
        agent.put("/conversations/" + idOf(phone) + "/typing", null);
        var other = new Outbound(this);
        type(other);
        await().until(() -> marksOf(other.wamid).size() == 1);
        assertThat(marksOf(old)).isEmpty();
    }

    @Test
    void aBusinessMayKeepToItselfWhatItHasRead() {
        var administrator = Api.of(port, business.administrator());
        assertThat(administrator.get("/read-receipts").path("shown").asBoolean()).isTrue();
        var contact = new Outbound(this);
        show(administrator, false);
        read(contact);
        type(contact);
        assertThat(waiting()).isEmpty();

        show(administrator, true);
        var other = new Outbound(this);
        type(other);
        await().until(() -> marksOf(other.wamid).size() == 1);
        assertThat(marksOf(contact.wamid)).isEmpty();
        await().until(() ->
                administrator.items("/audit-entries").stream()
                                .filter(it ->
                                        it.path("action")
                                                .asString()
                                                .equals("channel.courtesy-changed"))
                                .count()
                        == 2);
    }

    private static void show(Api administrator, boolean shown) {
        var answer = administrator.put("/read-receipts", Map.of("shown", shown));
        assertThat(answer.body().path("shown").asBoolean()).isEqualTo(shown);
    }
}
