package io.moked.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found is what stands there now. */
@MokedTest
class StandingTest extends Journey {

    private String phone;
    private Seeker seeker;

    @BeforeEach
    void open() {
        phone = Meta.newPhone();
        seeker = new Seeker(agent);
    }

    private Map<String, Object> about(Map<String, Object> message, String type, Object... more) {
        var what = new HashMap<String, Object>();
        what.put("original_message_id", message.get("id"));
        if (more.length > 0) {
            what.put("message", more[0]);
        }
        var item =
                new HashMap<String, Object>(
                        Map.of("from", phone, "id", Meta.newId(), "type", type, type, what));
        item.put("timestamp", Long.toString(Instant.now().getEpochSecond()));
        return item;
    }

    private Map<String, Object> said(String text) {
        var message = Meta.text(phone, Meta.newId(), text);
        meta.deliver(business, List.of(message));
        await().until(() -> seeker.finds(text).size() == 1);
        return message;
    }

    @Test
    void whatWasTakenBackIsFoundNoMore() {
        var message = said("regretted");
        meta.deliver(business, List.of(about(message, "revoke")));
        await().until(() -> seeker.finds("regretted").isEmpty());
    }

    @Test
    void whatWasEditedIsFoundByItsLatestWords() {
        var message = said("misspelled");
        var now = Map.of("type", "text", "text", Map.of("body", "corrected"));
        meta.deliver(business, List.of(about(message, "edit", now)));
        await().until(() -> seeker.finds("corrected").size() == 1);
        assertThat(seeker.finds("misspelled")).isEmpty();
    }

    @Test
    void whatIsGoneIsNotFoundThoughTheIndexStillKnowsIt() {
        said("vanishing");
        behindTheirBacks("delete from conversation.message where content ->> 'body' = 'vanishing'");
        assertThat(seeker.finds("vanishing")).isEmpty();
    }

    @Test
    void whatSaysSomethingElseIsNotFoundThoughTheIndexDoesNotKnowYet() {
        said("outdated");
        behindTheirBacks(
                "update conversation.message set content = jsonb_set(content, '{body}', '\"renewed\"') where content ->> 'body' = 'outdated'");
        assertThat(seeker.finds("outdated")).isEmpty();
    }

    @Test
    void aFileIsFoundByItsNameAndByWhatIsWrittenUnderIt() {
        var atMeta = UUID.randomUUID().toString();
        GraphStub.get().keep(atMeta, "%PDF-1.4".getBytes());
        var file = new HashMap<String, Object>();
        file.put("id", atMeta);
        file.put("mime_type", "application/pdf");
        file.put("filename", "Invoice_2026-03.pdf");
        file.put("caption", "as agreed");
        var message =
                new HashMap<String, Object>(
                        Map.of("from", phone, "id", Meta.newId(), "type", "document"));
        message.put("timestamp", Long.toString(Instant.now().getEpochSecond()));
        message.put("document", file);
        meta.deliver(business, List.of(message));
        await().until(() -> seeker.finds("invoice").size() == 1);
        assertThat(seeker.finds("invoice 2026 ", "file=true"))
                .containsExactly("[Invoice]_[2026]-03.pdf: as agreed");
        assertThat(seeker.finds("agreed ")).containsExactly("Invoice_2026-03.pdf: as [agreed]");
        assertThat(seeker.finds("invoice ", "file=false")).isEmpty();
    }

    @Test
    void whatWasWrittenBeforeAnybodyFollowedIsFoundAsWell() {
        said("ancient");
        behindTheirBacks("delete from search.entry");
        assertThat(seeker.finds("ancient")).isEmpty();
        behindTheirBacks("delete from search.progress");
        var catchingUp = server.getBean(CatchingUp.class);
        await().until(() -> {
            catchingUp.round();
            return seeker.finds("ancient").size() == 1;
        });
    }
}
