package io.moked.broadcast;

import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataCategory.INTERACTION;
import static io.moked.personaldata.DataCategory.METADATA;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who was written to, with many others. */
@Component
class BroadcastPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal("broadcast.broadcast", "created_by", USER, ACTIVITY, SUBSCRIPTION_END),
                personal(
                        "broadcast.recipient",
                        "contact_id reason replied_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal(
                        "broadcast.recipient",
                        "state due_at queued_at",
                        CONTACT,
                        METADATA,
                        SUBSCRIPTION_END));
    }
}
