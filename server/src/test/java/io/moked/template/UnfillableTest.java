package io.moked.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Meta;
import io.moked.MokedTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Meta would refuse for everybody, or for this person, is refused before it is queued. */
@MokedTest
class UnfillableTest extends TemplateJourney {

    private static final String WORDS = "{\"type\": \"BODY\", \"text\": \"Words for all of you.\"}";

    private static final Map<String, String> PARTS =
            Map.of(
                    "MPM", button("MPM"),
                    "SPM", button("SPM"),
                    "CATALOG", button("CATALOG"),
                    "GIF", "{\"type\": \"HEADER\", \"format\": \"GIF\"}",
                    "LIMITED_TIME_OFFER", "{\"type\": \"LIMITED_TIME_OFFER\"}",
                    "VOICE_CALL", button("VOICE_CALL"));

    private static String button(String type) {
        return "{\"type\": \"BUTTONS\", \"buttons\": [{\"type\": \"%s\", \"text\": \"See\"}]}"
                .formatted(type);
    }

    @Test
    void aTemplateWithAPartThatNothingHereCanFillIsRefused() {
        metaLists(
                PARTS.entrySet().stream()
                        .map(it -> template(it.getKey(), it.getValue()))
                        .toArray(String[]::new));
        var conversation = conversationAfterTheWindow(Meta.newPhone());
        for (var part : List.of("MPM", "SPM", "CATALOG", "GIF", "LIMITED_TIME_OFFER")) {
            var template = templateCalled(part.toLowerCase());
            var refused = send(conversation, template.path("id").asString(), Map.of());
            assertThat(refused.code()).isEqualTo("template-unfillable");
            assertThat(refused.body().path("part").asString()).isEqualTo(part);
            assertThat(template.path("sendable").asBoolean()).isFalse();
        }
        assertThat(send(conversation, idOfTemplate("voice_call"), Map.of()).status())
                .isEqualTo(201);
    }

    private static String template(String part, String component) {
        return template(
                Integer.toString(part.hashCode() & 0xFFFF),
                part.toLowerCase(),
                "APPROVED",
                "[" + WORDS + "," + component + "]");
    }

    @Test
    void aSignInCodeIsNotSentToSomebodyWithoutAPhone() {
        metaLists(
                template(
                        "301",
                        "code",
                        "APPROVED",
                        """
                        [{"type": "BODY", "text": "{{1}} is your code."},
                         {"type": "BUTTONS", "buttons": [{"type": "OTP", "text": "Copy"}]}]
                        """));
        var message = new HashMap<>(Meta.text("", Meta.newId(), "who am I?"));
        message.remove("from");
        message.put("from_user_id", Meta.newUserId());
        meta.post(Meta.body(List.of(Meta.change(number, "messages", List.of(message)))));
        await().until(() -> agent.items("/conversations").size() == 1);
        var conversation = agent.items("/conversations").getFirst().path("id").asString();
        var refused =
                send(
                        conversation,
                        idOfTemplate("code"),
                        Map.of("body.1", "123456", "button.0", "123456"));
        assertThat(refused.code()).isEqualTo("contact-phone-unknown");
    }

    @Test
    void whatIsEditedKeepsWhatNothingHereKnows() {
        metaLists(template("LIMITED_TIME_OFFER", PARTS.get("LIMITED_TIME_OFFER")));
        var template = templateCalled("limited_time_offer");
        var text =
                Map.of(
                        "category", "utility",
                        "layout",
                                Map.of("body", "Others", "buttons", List.of(), "cards", List.of()),
                        "samples", Map.of());
        var edited = administrator.put("/templates/" + template.path("id").asString(), text);
        assertThat(edited.code()).isEqualTo("template-not-editable");
    }
}
