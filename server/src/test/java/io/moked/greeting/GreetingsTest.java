package io.moked.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.Outbound;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What somebody who writes is told before anybody answers. */
@MokedTest
class GreetingsTest extends GreetingJourney {

    private final String phone = Meta.newPhone();

    @Test
    void whoOpensAConversationIsGreetedOnceAndInTheLettersTheyWrite() {
        texts("greeting", "en", "Hello from us", "greeting", "he", "שלום מאיתנו");
        var hebrew = Meta.newPhone();
        says(phone, "good morning");
        says(hebrew, "בוקר טוב");
        assertThat(sentOnceThereAre(1, hebrew)).containsExactly("שלום מאיתנו");
        sentOnceThereAre(1, phone);
        says(phone, "are you there?");

        assertThat(wordsOnceThereAre(3, idOf(phone)))
                .containsExactly("good morning", "Hello from us", "are you there?");
    }

    @Test
    void whatIsKnownOfAContactCountsMoreThanTheirLetters() {
        texts("greeting", "en", "Hello", "greeting", "he", "שלום");
        says(phone, "good morning");
        sentOnceThereAre(1, phone);
        var contact = conversationOf(phone).path("contact").path("id").asString();
        agent.call("PATCH", "/contacts/" + contact, Map.of("language", "he"));
        agent.post("/conversations/" + idOf(phone) + "/resolution", Map.of());
        clock.turn(Duration.ofHours(13));

        says(phone, "good evening");

        assertThat(sentOnceThereAre(2, phone)).containsExactly("Hello", "שלום");
    }

    @Test
    void aGreetingIsNoAnswerAndHidesNothing() {
        texts("greeting", "en", "Hello from us");
        says(phone, "good morning");
        sentOnceThereAre(1, phone);

        var conversation = conversationOf(phone);
        assertThat(conversation.path("handler").asString()).isEqualTo("queue");
        assertThat(conversation.path("unread").asInt()).isOne();
        assertThat(conversation.path("lastMessage").path("preview").asString())
                .isEqualTo("good morning");
        var author =
                agent.items("/conversations/" + idOf(phone) + "/messages")
                        .getFirst()
                        .path("author");
        assertThat(author.path("kind").asString()).isEqualTo("system");
    }

    @Test
    void itLeavesBeforeWhateverAnAgentAnswers() {
        texts("greeting", "en", "Hello from us");
        says(phone, "good morning");
        agent.reply(idOf(phone), "How can I help?");

        assertThat(sentOnceThereAre(2, phone)).containsExactly("Hello from us", "How can I help?");
    }

    @Test
    void theSameMessageFromEverywhereAtOnceIsGreetedOnce() {
        texts("greeting", "en", "Hello from us");
        var text = Meta.text(phone, Meta.newId(), "good morning");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 8; n++) {
                threads.submit(() -> meta.deliver(business, List.of(text)));
                threads.submit(() -> says(phone, "hello?"));
            }
        }
        var words = wordsOnceThereAre(10, idOf(phone));
        assertThat(words.stream().filter("Hello from us"::equals)).hasSize(1);
        assertThat(sentOnceThereAre(1, phone)).hasSize(1);
    }

    @Test
    void whoComesBackSoonIsNotGreetedAgainAndLaterIs() {
        texts("greeting", "en", "Hello from us");
        says(phone, "one");
        sentOnceThereAre(1, phone);
        agent.post("/conversations/" + idOf(phone) + "/resolution", Map.of());
        says(phone, "two");
        await().until(() -> agent.conversationsOf(phone).size() == 2);
        resolveAll();
        clock.turn(Duration.ofHours(13));
        says(phone, "three");
        await().until(() -> agent.conversationsOf(phone).size() == 3);

        assertThat(sentOnceThereAre(2, phone)).hasSize(2);
    }

    private void resolveAll() {
        agent.conversationsOf(phone)
                .forEach(it ->
                        agent.post(
                                "/conversations/" + it.path("id").asString() + "/resolution",
                                Map.of()));
    }

    @Test
    void positionAndWaitStandWhereTheTextSaysSo() {
        texts("greeting", "en", "You are number {position}; wait: {wait}.");
        says(Meta.newPhone(), "first");
        await().until(() -> agent.items("/conversations?handler=queue").size() == 1);
        agent.put("/me/availability", Map.of("availability", "available"));
        says(phone, "second");

        assertThat(sentOnceThereAre(1, phone))
                .containsExactly("You are number 2; wait: less than 5 minutes.");
    }

    @Test
    void whereNobodyIsAtWorkNoWaitIsPromised() {
        texts("greeting", "he", "זמן המתנה: {wait}");
        says(phone, "hello");

        assertThat(sentOnceThereAre(1, phone)).containsExactly("זמן המתנה: עדיין לא ידוע");
    }

    @Test
    void outsideOpeningHoursItIsToldOnceWhenSomebodyIsThereAgain() {
        open(2);
        texts("greeting", "en", "Hello", "away", "en", "We are back {nextOpening}.");
        says(phone, "anybody?");
        sentOnceThereAre(1, phone);
        says(phone, "nobody?");

        var day = LocalDate.ofInstant(clock.instant(), JERUSALEM).plusDays(2);
        var weekday = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH).format(day);
        assertThat(wordsOnceThereAre(3, idOf(phone)))
                .containsExactly("anybody?", "We are back on " + weekday + " at 09:00.", "nobody?");
    }

    @Test
    void whoWritesToAnAgentIsToldNothing() {
        says(phone, "good morning");
        agent.reply(idOf(phone), "Good morning");
        open(2);
        texts("away", "en", "We are away");
        says(phone, "thanks");

        assertThat(wordsOnceThereAre(3, idOf(phone)))
                .containsExactly("good morning", "Good morning", "thanks");
    }

    @Test
    void whoAsksIsToldHowLongItWillTakeAndAgainOnlyAfterAWhile() {
        texts("asked", "en", "You are number {position}.");
        says(phone, "hello");
        says(phone, "queue?");
        assertThat(wordsOnceThereAre(2, idOf(phone))).containsExactly("hello", "queue?");

        understand(List.of("Queue", "תור?"), List.of());
        says(phone, " QUEUE?! ");
        sentOnceThereAre(1, phone);
        says(phone, "queue?");
        assertThat(wordsOnceThereAre(5, idOf(phone)))
                .endsWith(" QUEUE?! ", "You are number 1.", "queue?");
        clock.turn(Duration.ofMinutes(6));
        says(phone, "תור");
        assertThat(sentOnceThereAre(2, phone)).hasSize(2);
    }

    @Test
    void whatCannotBeSaidIsRefusedByItsField() {
        assertThat(Outbound.errors(texts("greeting", "en", "Back {nextOpening}")))
                .containsEntry("greeting.en", "unknown-placeholder");
        assertThat(Outbound.errors(texts("away", "he", "a { brace")))
                .containsEntry("away.he", "lone-brace");
        assertThat(Outbound.errors(texts("asked", "en", "x".repeat(1_025))))
                .containsEntry("asked.en", "too-long");
        assertThat(manager.get(path()).path("texts").path("greeting").path("en").isNull()).isTrue();
    }

    @Test
    void whatIsBlankIsSaidNoMore() {
        texts("greeting", "en", "Hello", "greeting", "he", "שלום");
        assertThat(texts("greeting", "en", "  ", "greeting", "he", "שלום").status()).isEqualTo(200);
        says(phone, "good morning");

        assertThat(sentOnceThereAre(1, phone)).containsExactly("שלום");
    }

    @Test
    void whoWritesToAnAgentDoesNotWaitForTheLineToBeCounted() {
        texts("greeting", "en", "You are number {position}.");
        says(phone, "good morning");
        agent.reply(idOf(phone), "Good morning");
        wordsOnceThereAre(3, idOf(phone));
        var conversation = idOf(phone);

        whileNobodyReadsTheLine(() -> {
            says(phone, "thanks");
            assertThat(wordsOnceThereAre(4, conversation)).endsWith("thanks");
        });
    }
}
