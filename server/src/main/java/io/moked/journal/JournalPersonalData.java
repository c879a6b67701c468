package io.moked.journal;

import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataCategory.INTERACTION;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened, told by ids, times and words of our own. */
@Component
class JournalPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "journal.entry",
                        "kind subject facts at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal("journal.entry", "actor", USER, ACTIVITY, SUBSCRIPTION_END));
    }
}
