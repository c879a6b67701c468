package io.moked.whatsapp;

import static io.moked.personaldata.DataCategory.CONTENT;
import static io.moked.personaldata.DataCategory.METADATA;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.DELIVERY;
import static io.moked.personaldata.RetentionClock.WORK_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deliveries as Meta sent them, which hold all that people wrote. */
@Component
class WhatsAppPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal("whatsapp.delivery", "body", CONTACT, CONTENT, DELIVERY),
                personal("whatsapp.dead_letter", "body", CONTACT, CONTENT, WORK_END),
                personal("whatsapp.unread_change", "body", CONTACT, CONTENT, DELIVERY),
                personal(
                        "whatsapp.media_fetch", "external_id sha256", CONTACT, METADATA, WORK_END));
    }
}
