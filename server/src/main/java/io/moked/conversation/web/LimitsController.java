package io.moked.conversation.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.kernel.Limit;
import io.moked.media.Sendable;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much can be written and sent at once, so that nobody has to find out by failing. */
@RestController
class LimitsController {

    record FileLimit(Sendable type, List<String> mimeTypes, long bytes) {}

    /** Of what can be tapped. */
    record OfferLimits(
            int bodyCharacters,
            int headerCharacters,
            int footerCharacters,
            int buttons,
            int buttonCharacters,
            int sections,
            int sectionCharacters,
            int rows,
            int rowCharacters,
            int rowDescriptionCharacters,
            int flowButtonCharacters,
            int cardsAtLeast,
            int cards,
            int cardCharacters,
            int products) {}

    record Limits(
            int textCharacters,
            int captionCharacters,
            int noteCharacters,
            int nameCharacters,
            int addressCharacters,
            int people,
            int reactionDays,
            OfferLimits offers,
            List<FileLimit> files) {}

    /** How many characters and parts a message can have, and the files WhatsApp takes. */
    @GetMapping("/api/v1/limits")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    Limits limits() {
        var files =
                Arrays.stream(Sendable.values())
                        .map(kind -> new FileLimit(kind, kind.mimeTypes(), kind.mostBytes()))
                        .toList();
        return new Limits(
                Limit.TEXT_CHARACTERS.value(),
                Limit.CAPTION_CHARACTERS.value(),
                Limit.NOTE_CHARACTERS.value(),
                Limit.NAME_CHARACTERS.value(),
                Limit.ADDRESS_CHARACTERS.value(),
                Limit.PEOPLE.value(),
                Limit.REACHABLE_MESSAGE_DAYS.value(),
                offers(),
                files);
    }

    private static OfferLimits offers() {
        return new OfferLimits(
                Limit.OFFER_BODY_CHARACTERS.value(),
                Limit.OFFER_HEADER_CHARACTERS.value(),
                Limit.OFFER_FOOTER_CHARACTERS.value(),
                Limit.BUTTONS.value(),
                Limit.BUTTON_CHARACTERS.value(),
                Limit.SECTIONS.value(),
                Limit.SECTION_CHARACTERS.value(),
                Limit.ROWS.value(),
                Limit.ROW_CHARACTERS.value(),
                Limit.ROW_DESCRIPTION_CHARACTERS.value(),
                Limit.FLOW_BUTTON_CHARACTERS.value(),
                Limit.CARDS_AT_LEAST.value(),
                Limit.CARDS.value(),
                Limit.CARD_CHARACTERS.value(),
                Limit.PRODUCTS.value());
    }
}
