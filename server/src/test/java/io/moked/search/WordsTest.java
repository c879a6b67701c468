package io.moked.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was written is found by its words, whichever way somebody types them. */
@MokedTest
class WordsTest extends Journey {

    private String phone;
    private Seeker seeker;

    @BeforeEach
    void open() {
        phone = Meta.newPhone();
        seeker = new Seeker(agent);
    }

    /** The last of them is found under a word of its own; the others came before it. */
    private void said(String... texts) {
        for (var text : texts) {
            meta.says(business, phone, text);
        }
        var end = "end" + UUID.randomUUID().toString().replace("-", "");
        meta.says(business, phone, end);
        await().until(() -> seeker.hits(end).size() == 1);
    }

    @Test
    void hebrewIsFoundBehindPrefixesAndWithoutNiqqud() {
        said("מחר בפגישה", "וכשהפגישות תיגמרנה", "לַפְּגִישָׁה הבאה");
        assertThat(seeker.finds("פגישה "))
                .containsExactlyInAnyOrder("מחר [בפגישה]", "[לַפְּגִישָׁה] הבאה");
        assertThat(seeker.finds("פגיש")).hasSize(3);
        assertThat(seeker.finds("הפגישה ")).hasSize(2);
        assertThat(seeker.finds("פְּגִישָׁה ")).hasSize(2);
        assertThat(seeker.finds("גישה ")).isEmpty();
    }

    @Test
    void abbreviationsAreFoundWithAndWithoutTheirMarks() {
        said("הגעתי לבנק לפי דו״ח שנתי", "ראיתי את הדו\"ח");
        assertThat(seeker.finds("דוח ")).hasSize(2);
        assertThat(seeker.finds("דו״ח "))
                .containsExactlyInAnyOrder("הגעתי לבנק לפי [דו״ח] שנתי", "ראיתי את [הדו\"ח]");
    }

    @Test
    void englishIsFoundInItsOtherForms() {
        said("I was refunded twice", "Two Refunds, please", "the fund");
        assertThat(seeker.finds("refund "))
                .containsExactlyInAnyOrder("I was [refunded] twice", "Two [Refunds], please");
        assertThat(seeker.finds("the ")).containsExactly("[the] fund");
        assertThat(seeker.finds("don't ")).isEmpty();
    }

    @Test
    void theBeginningOfTheLastWordIsEnough() {
        said("running late", "runway");
        assertThat(seeker.finds("runn")).containsExactly("[running] late");
        assertThat(seeker.finds("ru")).hasSize(2);
        assertThat(seeker.finds("runn late")).isEmpty();
        assertThat(seeker.finds("running l")).containsExactly("[running] [late]");
    }

    @Test
    void severalWordsAreAllFoundInWhateverOrder() {
        said("the blue door is broken", "a broken window");
        assertThat(seeker.finds("broken blue ")).containsExactly("the [blue] door is [broken]");
    }

    @Test
    void accentsAndCapitalsMakeNoDifference() {
        said("Crème BRÛLÉE");
        assertThat(seeker.finds("creme brulee ")).containsExactly("[Crème] [BRÛLÉE]");
    }

    @Test
    void aPhoneIsFoundHoweverItIsWritten() {
        said("call me at +972 52-345-6789 today", "my office: 03 111 2222");
        for (var typed :
                List.of("0523456789", "052-3456789", "+972523456789", "00972 52 345 6789")) {
            assertThat(seeker.finds(typed)).containsExactly("call me at [+972 52-345-6789] today");
        }
    }

    @Test
    void theNewestComesFirstPageAfterPage() {
        said("apple 1", "apple 2", "apple 3", "apple 4", "apple 5");
        var first = agent.get(Seeker.path("apple ", "limit=2"));
        assertThat(first.path("items")).hasSize(2);
        var second =
                agent.get(
                        Seeker.path(
                                "apple ", "limit=2", "cursor=" + first.path("next").asString()));
        var third =
                agent.get(
                        Seeker.path(
                                "apple ", "limit=2", "cursor=" + second.path("next").asString()));
        assertThat(third.path("items")).hasSize(1);
        assertThat(third.path("next").isNull()).isTrue();
        assertThat(seeker.hits("apple ").stream().map(it -> it.path("at").asString()).toList())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void notesAndRepliesAreFoundAndToldApart() {
        said("pineapple from outside");
        var id = idOf(phone);
        agent.put("/conversations/" + id + "/assignment", assignment());
        agent.reply(id, "pineapple for you");
        agent.post(
                "/conversations/" + id + "/notes",
                Map.of("clientId", UUID.randomUUID(), "body", "pineapple between us"));
        await().until(() -> seeker.finds("pineapple ").size() == 3);
        assertThat(seeker.finds("pineapple ", "by=contact"))
                .containsExactly("[pineapple] from outside");
        assertThat(seeker.finds("pineapple ", "by=agent")).containsExactly("[pineapple] for you");
        assertThat(seeker.finds("pineapple ", "by=note")).containsExactly("[pineapple] between us");
        assertThat(seeker.finds("pineapple ", "agent=" + business.agent().id())).hasSize(2);
        assertThat(seeker.finds("pineapple ", "agent=" + business.administrator().id())).isEmpty();
        assertThat(seeker.finds("pineapple ", "department=" + business.department())).hasSize(3);
        assertThat(seeker.finds("pineapple ", "department=" + UUID.randomUUID())).isEmpty();
        assertThat(seeker.finds("pineapple ", "channel=" + UUID.randomUUID())).isEmpty();
        assertThat(seeker.finds("pineapple ", "until=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(seeker.finds("pineapple ", "from=2020-01-01T00:00:00Z")).hasSize(3);
    }

    private Map<String, Object> assignment() {
        var body = new java.util.HashMap<String, Object>();
        body.put("assigneeId", business.agent().id());
        body.put("expected", null);
        return body;
    }

    @Test
    void anIdLeadsToWhatItIsTheIdOf() {
        var message = Meta.text(phone, Meta.newId(), "the one with an id");
        meta.deliver(business, List.of(message));
        var id = idOf(phone);
        said("the last of all");
        var ours =
                agent.items("/conversations/" + id + "/messages").getLast().path("id").asString();
        assertThat(seeker.finds(ours)).containsExactly("the one with an id");
        assertThat(seeker.finds(message.get("id").toString()))
                .containsExactly("the one with an id");
        assertThat(seeker.hits(id)).hasSize(1);
        assertThat(seeker.finds(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void whatHoldsNoWordIsNotSearched() {
        assertThat(seeker.finds("?!")).isEmpty();
        assertThat(agent.call("GET", Seeker.path("x".repeat(201)), null).status()).isEqualTo(400);
        assertThat(agent.call("GET", Seeker.path("x", "by=somebody"), null).status())
                .isEqualTo(400);
        assertThat(seeker.finds("')|'x' & ' ~")).isEmpty();
    }

    @Test
    void aLongTextIsCutAroundWhatWasFound() {
        said("word ".repeat(100) + "needle " + "word ".repeat(100));
        var excerpt = seeker.hits("needle ").getFirst().path("excerpt");
        assertThat(excerpt.path("cutBefore").asBoolean()).isTrue();
        assertThat(excerpt.path("cutAfter").asBoolean()).isTrue();
        assertThat(seeker.finds("needle ").getFirst()).hasSizeLessThan(260).contains("[needle]");
    }
}
