package io.moked.broadcast;

import io.moked.channel.ChannelId;
import io.moked.contact.Contact;
import io.moked.contact.Criteria;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, to whom and when.
 *
 * @param byLanguage whether each is written to in their language, where the template has it
 * @param slots by the keys of the template's variables
 * @param segment by whose name the contacts were chosen, if they were
 * @param startsAt null for at once
 * @param zone of contacts whose own is not known
 */
public record Plan(
        String name,
        ChannelId channel,
        UUID template,
        boolean byLanguage,
        Map<String, Slot> slots,
        Criteria criteria,
        @Nullable UUID segment,
        @Nullable Instant startsAt,
        ZoneId zone,
        @Nullable QuietHours quiet) {

    Plan called(String name) {
        return new Plan(
                name,
                channel,
                template,
                byLanguage,
                slots,
                criteria,
                segment,
                startsAt,
                zone,
                quiet);
    }

    /** By whose clock it is day or night for somebody. */
    ZoneId zoneOf(Contact contact) {
        return contact.timeZone() == null ? zone : ZoneId.of(contact.timeZone());
    }
}
