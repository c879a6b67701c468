package io.moked.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A template goes out at any time, and as Meta takes it. */
@MokedTest
class TemplateSendingTest extends TemplateJourney {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    private static final String PARCEL =
            """
            {"id": "102", "name": "parcel", "language": "en", "category": "UTILITY", "status": "APPROVED",
             "parameter_format": "NAMED", "components": [
              {"type": "HEADER", "format": "IMAGE"},
              {"type": "BODY", "text": "Hi {{who}}, it is here."},
              {"type": "FOOTER", "text": "Bloom"},
              {"type": "BUTTONS", "buttons": [
                {"type": "QUICK_REPLY", "text": "Thanks"},
                {"type": "URL", "text": "Track", "url": "https://example.com/{{1}}"},
                {"type": "COPY_CODE", "text": "Copy offer code"},
                {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+1555"}]}]}
            """;

    private static final String PARCEL_SENT =
            """
            [{"type": "header", "parameters": [{"type": "image", "image": {"id": "%s"}}]},
             {"type": "body", "parameters": [
               {"type": "text", "text": "Dana", "parameter_name": "who"}]},
             {"type": "button", "sub_type": "quick_reply", "index": "0",
               "parameters": [{"type": "payload", "payload": "thanked"}]},
             {"type": "button", "sub_type": "url", "index": "1",
               "parameters": [{"type": "text", "text": "t/17"}]},
             {"type": "button", "sub_type": "copy_code", "index": "2",
               "parameters": [{"type": "coupon_code", "coupon_code": "SPRING"}]}]
            """;

    private static final String CARD =
            """
            {"components": [{"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "From {{1}} on"},
              {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "More"}]}]}
            """;

    @Test
    void afterTheWindowATextIsRefusedAndATemplateIsSent() {
        metaLists(template("101", "delivery", "APPROVED", body("Hi {{1}}, order {{2}} is here.")));
        var phone = Meta.newPhone();
        var conversation = conversationAfterTheWindow(phone);
        assertThat(agent.reply(conversation, "hello?").code()).isEqualTo("service-window-closed");
        var values = Map.of("body.1", "Dana", "body.2", "17");
        var answer = send(conversation, idOfTemplate("delivery"), values);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("content").path("body").asString())
                .isEqualTo("Hi Dana, order 17 is here.");
        assertThat(sentTo(phone))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"name": "delivery", "language": {"policy": "deterministic", "code": "en"}, "components": [
                                  {"type": "body", "parameters": [
                                    {"type": "text", "text": "Dana"}, {"type": "text", "text": "17"}]}]}
                                """));
    }

    @Test
    void everyKindOfVariableIsSentAsMetaTakesIt() {
        metaLists(PARCEL);
        var phone = Meta.newPhone();
        var conversation = conversationAfterTheWindow(phone);
        var picture = agent.upload("box.png", "image/png", PICTURE).body().path("id").asString();
        var values =
                Map.of(
                        "header",
                        picture,
                        "body.who",
                        "Dana",
                        "button.0",
                        "thanked",
                        "button.1",
                        "t/17",
                        "button.2",
                        "SPRING");
        var answer = send(conversation, idOfTemplate("parcel"), values);
        assertThat(answer.status()).isEqualTo(201);
        var shown = answer.body().path("content").path("template").path("face");
        assertThat(shown.path("media").path("id").asString()).isEqualTo(picture);
        assertThat(shown.path("footer").asString()).isEqualTo("Bloom");
        assertThat(shown.path("buttons").path(1).path("opens").asString())
                .isEqualTo("https://example.com/t/17");
        var sent = sentTo(phone).path("components");
        var uploaded =
                sent.path(0).path("parameters").path(0).path("image").path("id").asString("");
        assertThat(graph.uploaded(uploaded)).contains("image/png");
        assertThat(sent).isEqualTo(JSON.readTree(PARCEL_SENT.formatted(uploaded)));
    }

    @Test
    void cardsOfACarouselAreFilledEachByItself() {
        metaLists(
                template(
                        "103",
                        "offers",
                        "APPROVED",
                        """
                        [{"type": "BODY", "text": "New today"}, {"type": "CAROUSEL", "cards": [%s, %s]}]
                        """
                                .formatted(CARD, CARD)));
        var phone = Meta.newPhone();
        var conversation = conversationAfterTheWindow(phone);
        var picture = agent.upload("box.png", "image/png", PICTURE).body().path("id").asString();
        var values =
                Map.of(
                        "card.0.header",
                        picture,
                        "card.0.body.1",
                        "10 €",
                        "card.1.header",
                        picture,
                        "card.1.body.1",
                        "20 €");
        assertThat(send(conversation, idOfTemplate("offers"), values).status()).isEqualTo(201);
        var cards = sentTo(phone).path("components").path(0).path("cards");
        assertThat(cards.path(1).path("card_index").asInt()).isEqualTo(1);
        assertThat(cards.path(1).path("components").path(0).path("type").asString())
                .isEqualTo("header");
        var words = cards.path(1).path("components").path(1).path("parameters").path(0);
        assertThat(words.path("text").asString()).isEqualTo("20 €");
    }

    @Test
    void whatMetaWouldNotTakeIsRefusedBeforeItIsQueuedAndNamed() {
        metaLists(
                template(
                        "104", "greeting", "APPROVED", body("Hi {{1}}, we are open again today.")));
        var conversation = conversationAfterTheWindow(Meta.newPhone());
        var id = idOfTemplate("greeting");
        assertThat(field(send(conversation, id, Map.of()))).isEqualTo("values.body.1 missing");
        assertThat(field(send(conversation, id, Map.of("body.1", "a\nb"))))
                .isEqualTo("values.body.1 one-line");
        assertThat(field(send(conversation, id, Map.of("body.1", "a".repeat(1_000)))))
                .isEqualTo("values.body.1 too-long");
        assertThat(field(send(conversation, id, Map.of("body.1", "a", "body.2", "b"))))
                .isEqualTo("values.body.2 unknown-value");
        assertThat(wordsIn(conversation)).hasSize(1);
    }

    @Test
    void whatIsPausedIsRefusedAndWhatWaitsIsNotSent() {
        metaLists(template("105", "news", "PAUSED", body("News for all of you.")));
        var conversation = conversationAfterTheWindow(Meta.newPhone());
        var refused = send(conversation, idOfTemplate("news"), Map.of());
        assertThat(refused.code()).isEqualTo("template-not-sendable");
        assertThat(refused.body().path("status").asString()).isEqualTo("paused");
    }

    @Test
    void aTemplateOfAnotherAccountIsNotSentByThisNumber() {
        metaLists(template("106", "ours", "APPROVED", body("Words for all of you.")));
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello");
        assertThat(send(idOf(phone), idOfTemplate("ours"), Map.of()).code())
                .isEqualTo("template-of-another-number");
    }

    @Test
    void whereMetasCopyIsAnotherItIsAskedForAnew() {
        metaLists(template("107", "old", "APPROVED", body("Words for all of you.")));
        var phone = Meta.newPhone();
        var conversation = conversationAfterTheWindow(phone);
        var before = syncedAt();
        graph.next(graph.answer(400, "{\"error\": {\"code\": 132000, \"message\": \"no\"}}"));
        assertThat(send(conversation, idOfTemplate("old"), Map.of()).status()).isEqualTo(201);
        await().until(() -> !syncedAt().equals(before));
        var failed = agent.items("/conversations/" + conversation + "/messages").getFirst();
        assertThat(failed.path("failure").path("code").asString()).isEqualTo("132000");
    }

    @Test
    void theSameClientIdIsTheSameTemplateEvenIfItWasPausedSince() {
        metaLists(template("108", "once", "APPROVED", body("Words for all of you.")));
        var phone = Meta.newPhone();
        says(phone, Instant.now());
        var content = Map.of("type", "template", "templateId", idOfTemplate("once"));
        var reply = Map.of("clientId", UUID.randomUUID(), "content", content);
        var replies = "/conversations/" + idOf(phone) + "/replies";
        assertThat(agent.post(replies, reply).status()).isEqualTo(201);
        metaLists(template("108", "once", "PAUSED", body("Words for all of you.")));
        assertThat(agent.post(replies, reply).status()).isEqualTo(200);
    }
}
