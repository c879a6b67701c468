package io.moked.ending;

import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataCategory.INTERACTION;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.ACCOUNT_END;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who was silent when, and what agents had left to do. */
@Component
class EndingPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "ending.wake",
                        "conversation_id due_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal(
                        "ending.silence",
                        "conversation_id silent since nudged_at due_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal(
                        "ending.wrap_up",
                        "conversation_id due_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal("ending.wrap_up", "agent_id", USER, ACTIVITY, ACCOUNT_END));
    }
}
