package io.moked.target;

import static io.moked.personaldata.DataCategory.INTERACTION;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** By when somebody was answered. */
@Component
class TargetPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "target.countdown",
                        "conversation_id state since spent_ms warn_at due_at is_warned is_broken next_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END));
    }
}
