package io.moked.rule;

import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataCategory.INTERACTION;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.ACCOUNT_END;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;
import static io.moked.personaldata.RetentionClock.WORK_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which conversations something happened to, and which users rules name. */
@Component
class RulePersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "rule.occasion",
                        "conversation_id message_id since due_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal(
                        "rule.known_labels",
                        "conversation_id labels",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal("rule.call", "conversation_id body at", CONTACT, INTERACTION, WORK_END),
                personal("rule.rule", "actions", USER, ACTIVITY, ACCOUNT_END));
    }
}
