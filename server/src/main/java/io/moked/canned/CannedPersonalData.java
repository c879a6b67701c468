package io.moked.canned;

import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.ACCOUNT_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whose own texts are, and who took which how often. */
@Component
class CannedPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal("canned.reply", "owner_id", USER, ACTIVITY, ACCOUNT_END),
                personal("canned.use", "user_id uses", USER, ACTIVITY, ACCOUNT_END));
    }
}
