package io.moked.audit;

import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.EVENT;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** What users did. */
@Component
class AuditPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "audit.entry",
                        "action actor_id person_id subject details at",
                        USER,
                        ACTIVITY,
                        EVENT));
    }
}
