package io.moked.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number moves to another app of Meta's, and its conversations go on. */
@MokedTest
class MoveTest extends ConnectedNumber {

    private static final String SECRET = "a-secret-of-ones-own";

    private String app;
    private String address;

    @BeforeEach
    void anAppOfOnesOwn() {
        graph.tell("DELETE " + account + "/subscribed_apps", "{\"success\": true}");
        var id = Meta.newPhone();
        tokenIsOf(id);
        var wanted = Map.of("name", "Ours", "metaAppId", id, "secret", SECRET);
        var added = administrator.post("/meta-apps", wanted).body();
        app = added.path("id").asString();
        var url = added.path("callbackUrl").asString();
        address = url.substring(url.lastIndexOf('/'));
    }

    private void tokenIsOf(String app) {
        graph.tell(
                "GET debug_token",
                """
                {"data": {"app_id": "%s", "is_valid": true, "expires_at": 0,
                 "scopes": ["whatsapp_business_messaging", "whatsapp_business_management"]}}
                """
                        .formatted(app));
    }

    private int move(String app) {
        var wanted = new HashMap<String, Object>(Map.of("token", "another-token"));
        wanted.put("appId", app);
        return administrator.put("/channels/" + channel + "/app", wanted).status();
    }

    private byte[] saying(String phone, String words) {
        var text = Meta.text(phone, Meta.newId(), words);
        return Meta.body(List.of(Meta.change(number, "messages", List.of(text))));
    }

    @Test
    void itsConversationsGoOnThroughTheOtherApp() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        assertThat(move(app)).isEqualTo(204);
        var body = saying(phone, "through the other");
        assertThat(meta.post(address, body, "sha256=" + Meta.sign(body, SECRET))).isEqualTo(200);
        assertThat(wordsOnceThereAre(2, conversation))
                .containsExactly("hello", "through the other");
        assertThat(graph.asked("DELETE " + account + "/subscribed_apps")).hasSize(1);
        assertThat(move(null)).isEqualTo(204);
        meta.post(saying(phone, "and back"));
        assertThat(wordsOnceThereAre(3, conversation)).contains("and back");
    }

    @Test
    void whatTheOldAppStillSignsIsNotReadAnyMore() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        assertThat(move(app)).isEqualTo(204);
        meta.post(saying(phone, "through the old"));
        var body = saying(phone, "through the new");
        meta.post(address, body, "sha256=" + Meta.sign(body, SECRET));
        assertThat(wordsOnceThereAre(2, conversation)).containsExactly("hello", "through the new");
    }

    @Test
    void whatTheOldAppSignedBeforeTheMoveIsReadAfterIt() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        var before = Instant.now();
        assertThat(move(app)).isEqualTo(204);
        server.getBean(WorkerDatabase.class)
                .jdbc()
                .sql(
                        """
                        insert into whatsapp.delivery (lane, received_at, due_at, body)
                        values (0, :at, :at, :body)
                        """)
                .param("at", Timestamp.from(before))
                .param("body", saying(phone, "kept before"))
                .update();
        assertThat(wordsOnceThereAre(2, conversation)).containsExactly("hello", "kept before");
    }

    @Test
    void aTokenOfAnotherAppMovesNothing() {
        tokenIsOf("somebody-elses");
        var wanted = Map.of("appId", app, "token", "no-good");
        var answer = administrator.put("/channels/" + channel + "/app", wanted);
        assertThat(answer.code()).isEqualTo("number-not-connectable");
        assertThat(answer.body().path("failed").path("step").asString()).isEqualTo("app");
        assertThat(move(null)).isEqualTo(400);
    }
}
