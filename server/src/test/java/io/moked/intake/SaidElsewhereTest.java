package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.GraphStub;
import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What is said on a number beside us is seen where it belongs, and asks nobody for anything. */
@MokedTest
class SaidElsewhereTest extends Coexisting {

    private final String phone = Meta.newPhone();
    private final Instant now = Instant.now();

    private Instant ago(Duration time) {
        return now.minus(time);
    }

    @Test
    void whatIsWrittenInTheAppStandsInTheThreadAsWrittenThere() {
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var wamid = Meta.newId();
        tell(
                "smb_message_echoes",
                "message_echoes",
                echo("+" + phone, wamid, "from my phone", now));
        assertThat(wordsOnceThereAre(2, conversation))
                .containsExactlyInAnyOrder("hello?", "from my phone");
        var written = message(conversation, "from my phone");
        assertThat(written.path("direction").asString()).isEqualTo("outbound");
        assertThat(written.path("author").path("kind").asString()).isEqualTo("phone");
        var read = new HashMap<String, Object>(Map.of("id", wamid, "status", "read"));
        read.put("timestamp", Long.toString(now.getEpochSecond()));
        meta.tells(business, read);
        await().until(() ->
                message(conversation, "from my phone").path("status").asString().equals("read"));
        assertThat(GraphStub.get().acceptedFor(phone)).isEmpty();
    }

    @Test
    void aReceiptThatComesBeforeItsEchoIsNotLost() {
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var wamid = Meta.newId();
        var read = new HashMap<String, Object>(Map.of("id", wamid, "status", "read"));
        read.put("timestamp", Long.toString(now.getEpochSecond()));
        meta.tells(business, read);
        tell("smb_message_echoes", "message_echoes", echo(phone, wamid, "late echo", now));
        wordsOnceThereAre(2, conversation);
        assertThat(message(conversation, "late echo").path("status").asString()).isEqualTo("read");
    }

    @Test
    void whatIsWrittenInTheAppChangesNobodysWork() {
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var before = agent.get("/conversations/" + conversation);
        tell("smb_message_echoes", "message_echoes", echo(phone, Meta.newId(), "on it", now));
        wordsOnceThereAre(2, conversation);
        var after = agent.get("/conversations/" + conversation);
        for (var same :
                List.of("unread", "handler", "status", "waitingSince", "serviceWindowClosesAt")) {
            assertThat(after.path(same)).as(same).isEqualTo(before.path(same));
        }
    }

    @Test
    void whoIsWrittenToFirstWaitsForNobodyUntilTheyAnswer() {
        tell("smb_message_echoes", "message_echoes", echo(phone, Meta.newId(), "an offer", now));
        var conversation = conversationOf(phone);
        assertThat(conversation.path("status").asString()).isEqualTo("resolved");
        assertThat(conversation.path("handler").asString()).isEqualTo("nobody");
        assertThat(conversation.path("unread").asInt()).isZero();
        assertThat(conversation.path("serviceWindowClosesAt").isNull()).isTrue();
        meta.says(business, phone, "yes please");
        var id = conversation.path("id").asString();
        assertThat(wordsOnceThereAre(2, id)).containsExactly("an offer", "yes please");
        var open = conversationOf(phone);
        assertThat(open.path("status").asString()).isEqualTo("open");
        assertThat(open.path("handler").asString()).isEqualTo("queue");
        assertThat(open.path("unread").asInt()).isEqualTo(1);
    }

    /** Whoever works for a department has to find it, like any other that waits. */
    @Test
    void whatNobodyHadToAnswerWaitsInTheLineOfNewcomersOnceItIsOpenedAgain() {
        tell("smb_message_echoes", "message_echoes", echo(phone, Meta.newId(), "an offer", now));
        agent.delete("/conversations/" + idOf(phone) + "/resolution");
        var open = conversationOf(phone);
        assertThat(open.path("handler").asString()).isEqualTo("queue");
        assertThat(open.path("department").path("id").asString())
                .isEqualTo(business.department().toString());
    }

    @Test
    void whatWasSaidBeforeStandsInItsOrderAndLetsNobodyWrite() {
        var first = past(phone, Meta.newId(), "long ago", ago(Duration.ofDays(40)), "READ");
        var second =
                past(BUSINESS, Meta.newId(), "an answer", ago(Duration.ofDays(39)), "DELIVERED");
        var third = past(phone, Meta.newId(), "an hour ago", ago(Duration.ofHours(1)), "READ");
        tell("history", "history", chunk(100, phone, List.of(third, first, second)));
        var conversation = conversationOf(phone);
        var id = conversation.path("id").asString();
        assertThat(wordsOnceThereAre(3, id))
                .containsExactly("long ago", "an answer", "an hour ago");
        assertThat(message(id, "an answer").path("status").asString()).isEqualTo("delivered");
        assertThat(message(id, "an answer").path("author").path("kind").asString())
                .isEqualTo("phone");
        assertThat(conversation.path("unread").asInt()).isZero();
        assertThat(conversation.path("status").asString()).isEqualTo("resolved");
        assertThat(conversation.path("serviceWindowClosesAt").isNull()).isTrue();
        assertThat(agent.get("/conversations/counts").path("queue").path("count").asInt(0))
                .isZero();
    }

    @Test
    void aFileOfThePastComesToItsMessageInWhateverOrder() {
        var wamid = Meta.newId();
        var file = new HashMap<String, Object>(Map.of("from", phone, "id", wamid, "type", "image"));
        file.put("timestamp", Long.toString(ago(Duration.ofDays(2)).getEpochSecond()));
        file.put(
                "image",
                Map.of("id", "old-" + phone, "mime_type", "image/jpeg", "caption", "a rose"));
        tell("history", "messages", file);
        var without = past(BUSINESS, wamid, "", ago(Duration.ofDays(2)), "READ");
        without.remove("text");
        without.put("type", "media_placeholder");
        tell("history", "history", chunk(55, phone, List.of(without)));
        var id = idOf(phone);
        await().until(() -> !agent.items("/conversations/" + id + "/messages").isEmpty());
        var content = agent.items("/conversations/" + id + "/messages").getFirst().path("content");
        assertThat(content.path("type").asString()).isEqualTo("image");
        assertThat(content.path("caption").asString()).isEqualTo("a rose");
    }

    @Test
    void whatIsSaidWithTheAssistantIsSeenAndLetsTheBusinessWrite() {
        tell("standby", "messages", text(phone, Meta.newId(), "are you open?", now));
        var reply = echo(phone, Meta.newId(), "until six", now.plusSeconds(1));
        tell("standby", "message_echoes", reply);
        var id = idOf(phone);
        assertThat(wordsOnceThereAre(2, id))
                .containsExactlyInAnyOrder("are you open?", "until six");
        assertThat(message(id, "until six").path("author").path("kind").asString())
                .isEqualTo("assistant");
        var conversation = conversationOf(phone);
        assertThat(conversation.path("unread").asInt()).isZero();
        assertThat(conversation.path("handler").asString()).isEqualTo("nobody");
        assertThat(conversation.path("serviceWindowClosesAt").isNull()).isFalse();
    }

    @Test
    void theAddressBookNamesContactsUnlessSomebodyHereDid() {
        meta.says(business, phone, "hello?");
        idOf(phone);
        tell("smb_app_state_sync", "state_sync", listing(phone, "Noa of the market", now));
        await().until(() -> nameOf(phone).equals("Noa of the market"));
        tell("smb_app_state_sync", "state_sync", listing(phone, "Older", ago(Duration.ofDays(1))));
        tell("smb_app_state_sync", "state_sync", listing(phone, null, now.plusSeconds(1)));
        await().until(() -> nameOf(phone).equals("Name of " + phone));
        var administrator = Api.of(port, business.administrator());
        assertThat(
                        administrator
                                .call("PATCH", "/contacts/" + contact(), Map.of("name", "Noa K"))
                                .status())
                .isLessThan(300);
        tell("smb_app_state_sync", "state_sync", listing(phone, "Somebody", now.plusSeconds(2)));
        var other = Meta.newPhone();
        tell("smb_app_state_sync", "state_sync", listing(other, "Somebody else", now));
        await().until(() -> agent.items("/contacts?q=" + other).size() == 1);
        assertThat(nameOf(phone)).isEqualTo("Noa K");
    }

    @Test
    void whoIsOnlyWrittenToOrListedHasNotWrittenUntilTheyDo() {
        tell("smb_message_echoes", "message_echoes", echo(phone, Meta.newId(), "an offer", now));
        var other = Meta.newPhone();
        var noLastName = new HashMap<>(listing(other, "Noa", now));
        noLastName.put("contact", Map.of("phone_number", other, "first_name", "Noa"));
        tell("smb_app_state_sync", "state_sync", noLastName);
        await().until(() -> agent.items("/contacts?q=" + phone).size() == 1);
        await().until(() -> found(other).path("name").asString("").equals("Noa"));
        assertThat(found(phone).path("hasWritten").asBoolean(true)).isFalse();
        assertThat(found(other).path("hasWritten").asBoolean(true)).isFalse();
        assertThat(neverContacted()).isEqualTo(1);
        tell("smb_message_echoes", "message_echoes", echo(other, Meta.newId(), "hi Noa", now));
        await().until(() -> neverContacted() == 0);
        meta.says(business, phone, "yes please");
        await().until(() -> found(phone).path("hasWritten").asBoolean(false));
    }

    private JsonNode found(String phone) {
        var found = agent.items("/contacts?q=" + phone);
        return found.isEmpty() ? MissingNode.getInstance() : found.getFirst();
    }

    private int neverContacted() {
        var named = Map.of("name", Meta.newId(), "criteria", Map.of("neverContacted", true));
        return Api.of(port, business.manager())
                .post("/segments", named)
                .body()
                .path("members")
                .asInt();
    }

    private String contact() {
        return conversationOf(phone).path("contact").path("id").asString();
    }

    private String nameOf(String phone) {
        return conversationOf(phone).path("contact").path("name").asString("");
    }

    @Test
    void theWindowIsTheContactsWhicheverConversationTheyWroteIn() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello");
        var answered = idOf(phone);
        agent.post("/conversations/" + answered + "/resolution", null);
        tell(
                "smb_message_echoes",
                "message_echoes",
                echo(phone, "wamid.app" + phone, "by phone", Instant.now()));
        await().until(() -> agent.conversationsOf(phone).size() == 2);
        var other =
                agent.conversationsOf(phone).stream()
                        .map(it -> it.path("id").asString())
                        .filter(it -> !it.equals(answered))
                        .findFirst()
                        .orElseThrow();
        agent.delete("/conversations/" + other + "/resolution");
        assertThat(agent.reply(other, "and by us").status()).isEqualTo(201);
    }
}
