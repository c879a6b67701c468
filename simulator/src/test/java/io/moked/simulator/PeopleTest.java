package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class PeopleTest {

    private static final String ME = "customers/" + EMMA;
    private static final String CHAT = ME + "/chats/" + BLOOM;

    @RegisterExtension private final Play play = new Play();

    @Test
    void aNewNumberComesWithANewUserId() throws Exception {
        String before = hello("Hello").path("from_user_id").asString();

        play.control("POST", ME + "/number", "{\"phone\":\"+1 555 010 0999\"}");
        await().until(() -> play.receiver().messages().size() == 2);

        JsonNode system = play.receiver().messages().getLast();
        assertThat(system.at("/system/type").asString()).isEqualTo("user_changed_number");
        assertThat(system.path("from").asString()).isEqualTo(EMMA);
        assertThat(system.at("/system/wa_id").asString()).isEqualTo("15550100999");
        assertThat(system.at("/system/previous_user_id").asString()).isEqualTo(before);
        assertThat(play.receiver().posted().getLast().values().toList())
                .noneMatch(value -> value.has("contacts"));
        JsonNode after = hello("It is me");
        assertThat(after.path("from").asString()).isEqualTo("15550100999");
        assertThat(after.path("from_user_id").asString())
                .isNotEqualTo(before)
                .isEqualTo(system.at("/system/user_id").asString());
        assertThat(play.sendText("15550100999", "Hi").text("/contacts/0/wa_id"))
                .isEqualTo("15550100999");
    }

    @Test
    void aHiddenNumberIsNowhereAlsoWhenItChanges() throws Exception {
        play.control("PUT", ME, "{\"hidesPhone\":true}");
        hello("Hello");

        play.control("POST", ME + "/number", "{\"phone\":\"15550100999\"}");

        await().until(() -> play.receiver().messages().size() == 2);
        JsonNode system = play.receiver().messages().getLast();
        assertThat(system.at("/system/type").asString()).isEqualTo("user_changed_user_id");
        assertThat(play.receiver().posted())
                .allSatisfy(posted ->
                        assertThat(new String(posted.body()))
                                .doesNotContain("\"" + EMMA, "15550100999"));
    }

    @Test
    void aNumberThatIsHiddenStaysKnownForThirtyDaysToThoseItSpokeWith() throws Exception {
        play.control("PUT", "settings", "{\"thirtyDays\":true}");
        hello("Hello");
        play.control("PUT", ME, "{\"hidesPhone\":true}");
        assertThat(hello("Still me").path("from").asString("")).isEqualTo(EMMA);
        play.control("PUT", "clock", "{\"advance\":\"P31D\"}");
        assertThat(hello("Who am I?").has("from")).isFalse();
        play.sendText(EMMA, "We know you");
        assertThat(hello("So you do").path("from").asString("")).isEqualTo(EMMA);
    }

    @Test
    void aNewPhoneHasANewIdentity() throws Exception {
        hello("Hello");

        String hash = play.control("POST", ME + "/identity", "").text("/identity");

        await().until(() -> play.receiver().messages().size() == 2);
        assertThat(play.receiver().messages().getLast().at("/identity/hash").asString())
                .isEqualTo(hash);
    }

    @Test
    void aPhoneThatIsOfflineTakesAndSendsNothingUntilItIsBack() throws Exception {
        hello("Hello");
        play.control("PUT", ME, "{\"offline\":true}");
        String wamid = play.sendText(EMMA, "Hi").text("/messages/0/id");
        play.writeText(EMMA, "written in a tunnel");
        await().until(() -> statuses(wamid).equals(List.of("sent")));
        assertThat(play.phone(EMMA).body().path("entries").size()).isEqualTo(2);
        assertThat(play.receiver().messages()).hasSize(1);

        play.control("PUT", ME, "{\"offline\":false}");

        await().until(() -> statuses(wamid).contains("delivered"));
        await().until(() -> play.receiver().messages().size() == 2);
    }

    @Test
    void aChangedMessageIsToldOnlyToNumbersInTheAppAsWell() throws Exception {
        String wamid = play.writeText(EMMA, "Helo");
        edit(wamid, "Hello");
        await().until(() -> play.receiver().messages().size() == 2);
        assertThat(play.receiver().messages().getLast().at("/unsupported/type").asString())
                .isEqualTo("edit");
        assertThat(play.phone(EMMA).text("/entries/0/content/text/body")).isEqualTo("Hello");

        coexist();
        String second = play.writeText(EMMA, "Helo again");
        edit(second, "Hello again");
        await().until(() -> play.receiver().messages().size() == 4);
        JsonNode told = play.receiver().messages().getLast();
        assertThat(told.at("/edit/original_message_id").asString()).isEqualTo(second);
        assertThat(told.at("/edit/message/text/body").asString()).isEqualTo("Hello again");
        play.control("POST", CHAT + "/messages/" + second + "/revoke", "");
        await().until(() -> play.receiver().messages().size() == 5);
        assertThat(
                        play.receiver()
                                .messages()
                                .getLast()
                                .at("/revoke/original_message_id")
                                .asString())
                .isEqualTo(second);
    }

    @Test
    void nobodyChangesAMessageAfterAQuarterOfAnHour() throws Exception {
        String wamid = play.writeText(EMMA, "Helo");

        play.control("PUT", "clock", "{\"advance\":\"PT16M\"}");

        assertThat(edit(wamid, "Hello").status()).isEqualTo(409);
    }

    @Test
    void thePicturesOfAnAlbumComeEachForItself() throws Exception {
        String picture =
                "{\"type\":\"image\",\"image\":{\"id\":\"1\",\"mime_type\":\"image/jpeg\"}}";

        play.control("POST", CHAT + "/album", "[" + picture + "," + picture + "," + picture + "]");

        await().until(() -> play.receiver().messages().size() == 3);
        assertThat(play.receiver().posted()).hasSize(3);
    }

    @Test
    void aVoiceNoteIsPlayed() throws Exception {
        play.control("PUT", "numbers/" + BLOOM, "{\"is_on_biz_app\":true}");
        String wamid =
                play.control(
                                "POST",
                                "numbers/" + BLOOM + "/echoes",
                                "{\"to\":\""
                                        + EMMA
                                        + "\",\"type\":\"audio\",\"audio\":{\"id\":\"1\",\"voice\":true}}")
                        .text("/wamid");

        play.control("POST", CHAT + "/messages/" + wamid + "/played", "");

        await().until(() -> statuses(wamid).equals(List.of("played")));
    }

    @Test
    void anAppThatStandsByOnlyWatches() throws Exception {
        hello("Hello");
        play.control("POST", CHAT + "/standby", "{\"on\":true}");
        play.writeText(EMMA, "to the other app");
        await().until(() -> fields().equals(List.of("messages", "standby")));

        play.sendText(EMMA, "I take over");
        await().until(() -> play.receiver().statuses().size() == 2);
        play.writeText(EMMA, "to us again");

        await().until(() -> fields().getLast().equals("messages"));
    }

    private JsonNode hello(String text) throws Exception {
        int before = play.receiver().messages().size();
        play.writeText(EMMA, text);
        await().until(() -> play.receiver().messages().size() == before + 1);
        return play.receiver().messages().getLast();
    }

    private Play.Reply edit(String wamid, String text) throws Exception {
        return play.control(
                "POST",
                CHAT + "/messages/" + wamid + "/edit",
                "{\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}");
    }

    private void coexist() throws Exception {
        play.control(
                "PUT",
                "setup",
                play.setup()
                        .replace(
                                "\"token\":\"token1\"",
                                "\"token\":\"token1\",\"coexistence\":true"));
    }

    private List<String> statuses(String wamid) {
        return play.receiver().statuses().stream()
                .filter(status -> status.path("id").asString().equals(wamid))
                .map(status -> status.path("status").asString())
                .toList();
    }

    private List<String> fields() {
        return play.receiver().posted().stream()
                .filter(one -> one.values().anyMatch(value -> value.has("messages")))
                .flatMap(one -> one.json().at("/entry/0/changes").valueStream())
                .map(one -> one.path("field").asString())
                .toList();
    }
}
