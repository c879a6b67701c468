package io.moked.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever wants no marketing is remembered, however it is told. */
@MokedTest
class ConsentTest extends Journey {

    private final String phone = Meta.newPhone();
    private final Instant now = Instant.now();
    private String conversation;

    @BeforeEach
    void somebodyWrites() {
        meta.says(business, phone, "hello?");
        conversation = idOf(phone);
    }

    private String contact() {
        return agent.conversationsOf(phone).getFirst().path("contact").path("id").asString();
    }

    private String consent() {
        return agent.get("/contacts/" + contact() + "/consent").path("marketing").asString();
    }

    private boolean mayReceiveMarketing() {
        var id = UUID.fromString(contact());
        return TenantScope.call(
                business.tenant().id(),
                () -> server.getBean(Consents.class).mayReceiveMarketing(List.of(id)).contains(id));
    }

    private void says(String word, Instant at) {
        var preference =
                Map.<String, Object>of(
                        "wa_id",
                        phone,
                        "category",
                        "marketing_messages",
                        "value",
                        word,
                        "timestamp",
                        at.getEpochSecond());
        var usual = Meta.change(business.phoneNumberId(), "user_preferences", List.of(preference));
        var change = new HashMap<>(usual);
        change.put("field", "user_preferences");
        assertThat(meta.post(Meta.body(List.of(change)))).isEqualTo(200);
    }

    @Test
    void whoHasNotSaidAnythingMayReceiveIt() {
        assertThat(consent()).isEqualTo("not-said");
        assertThat(mayReceiveMarketing()).isTrue();
    }

    @Test
    void stoppingAndResumingIsSeenAndTheLastWordCountsInWhateverOrderItComes() {
        says("stop", now.minusSeconds(30));
        await().until(() -> consent().equals("stopped"));
        assertThat(mayReceiveMarketing()).isFalse();
        says("resume", now.minusSeconds(10));
        await().until(() -> consent().equals("resumed"));
        assertThat(mayReceiveMarketing()).isTrue();
        says("stop", now.minusSeconds(20));
        says("stop", now);
        await().until(() -> consent().equals("stopped"));
        says("resume", now.minusSeconds(5));
        meta.says(business, phone, "and this");
        wordsOnceThereAre(2, conversation);
        assertThat(consent()).isEqualTo("stopped");
    }

    @Test
    void aSendThatMetaRefusesForItTellsIt() {
        var refusal = "{\"error\":{\"code\":131050,\"message\":\"(#131050) Stopped\"}}";
        GraphStub.get().next(GraphStub.get().answer(400, refusal));
        agent.reply(conversation, "Buy two!");
        await().until(() -> consent().equals("stopped"));
    }

    @Test
    void aReceiptThatTellsOfItTellsItToo() {
        var reply = agent.reply(conversation, "Buy two!").body().path("id").asString();
        var failed = new HashMap<>(Meta.status(Meta.newId(), "failed", UUID.fromString(reply)));
        failed.put("errors", List.of(Map.of("code", 131050, "title", "Stopped")));
        meta.tells(business, failed);
        await().until(() -> consent().equals("stopped"));
    }

    @Test
    void itFollowsAPersonWhoWasMergedAndComesBackWhenTheyAreSeparated() {
        var administrator = Api.of(port, business.administrator());
        var other = Meta.newPhone();
        meta.says(business, other, "it is me");
        idOf(other);
        var mine = contact();
        var theirs = agent.conversationsOf(other).getFirst().path("contact").path("id").asString();
        says("stop", now.minusSeconds(30));
        await().until(() -> consent().equals("stopped"));
        assertThat(
                        administrator
                                .put("/contacts/" + mine + "/merge", Map.of("into", theirs))
                                .status())
                .isLessThan(300);
        assertThat(may(theirs)).isFalse();
        assertThat(agent.get("/contacts/" + theirs + "/consent").path("marketing").asString())
                .isEqualTo("stopped");
        assertThat(administrator.delete("/contacts/" + mine + "/merge").status()).isLessThan(300);
        assertThat(may(theirs)).isTrue();
        assertThat(may(mine)).isFalse();
    }

    private boolean may(String contact) {
        var id = UUID.fromString(contact);
        return TenantScope.call(
                business.tenant().id(),
                () -> server.getBean(Consents.class).mayReceiveMarketing(List.of(id)).contains(id));
    }

    private Api.Answer declares(boolean wantsMarketing, String words) {
        return agent.put(
                "/contacts/" + contact() + "/consent",
                Map.of("wantsMarketing", wantsMarketing, "words", words));
    }

    @Test
    void whatTheyToldTheBusinessIsWrittenDownAndCanBeTakenBackAndBothStay() {
        assertThat(declares(true, " ").status()).isEqualTo(400);
        assertThat(declares(true, "on the phone").status()).isEqualTo(200);
        assertThat(consent()).isEqualTo("declared");
        assertThat(mayReceiveMarketing()).isTrue();
        assertThat(declares(false, "").status()).isEqualTo(200);
        assertThat(consent()).isEqualTo("withdrawn");
        assertThat(mayReceiveMarketing()).isFalse();
        var history = Api.list(agent.get("/contacts/" + contact() + "/consent").path("history"));
        assertThat(history.stream().map(it -> it.path("marketing").asString()))
                .containsExactly("withdrawn", "declared");
        assertThat(history.get(1).path("words").asString()).isEqualTo("on the phone");
        assertThat(history.get(1).path("by").asString()).isEqualTo(business.agent().user().name());
        var administrator = Api.of(port, business.administrator());
        await().until(() -> logged(administrator, "contact.marketing-withdrawn") == 1);
        assertThat(logged(administrator, "contact.marketing-declared")).isEqualTo(1);
    }

    @Test
    void whoTakesItBackAfterTheyResumedItWantsNoneUntilTheyResumeItAgain() {
        says("resume", now.minusSeconds(30));
        await().until(() -> consent().equals("resumed"));
        declares(false, "by letter");
        assertThat(consent()).isEqualTo("withdrawn");
        says("resume", now.plusSeconds(3600));
        await().until(() -> consent().equals("resumed"));
        assertThat(mayReceiveMarketing()).isTrue();
    }

    @Test
    void whatTheyStoppedThemselvesNobodyAllowsForThem() {
        says("stop", now.minusSeconds(30));
        await().until(() -> consent().equals("stopped"));
        assertThat(declares(true, "on the phone").code()).isEqualTo("marketing-stopped-by-contact");
        assertThat(declares(false, "").status()).isEqualTo(200);
        assertThat(consent()).isEqualTo("stopped");
    }

    @Test
    void stoppingAndResumingStandInTheActivityLogOnce() {
        var administrator = Api.of(port, business.administrator());
        says("stop", now.minusSeconds(30));
        says("stop", now.minusSeconds(20));
        await().until(() -> consent().equals("stopped"));
        says("resume", now.minusSeconds(10));
        await().until(() -> logged(administrator, "contact.marketing-resumed") == 1);
        assertThat(logged(administrator, "contact.marketing-stopped")).isEqualTo(1);
    }

    private static int logged(Api who, String action) {
        return who.items("/audit-entries?action=" + action).size();
    }
}
