package io.moked.invitation;

import static io.moked.personaldata.DataCategory.ACCOUNT;
import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataCategory.CREDENTIAL;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.WORK_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who was sent a link, and what proves that somebody has it. */
@Component
class InvitationPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal("invitation.link", "digest", USER, CREDENTIAL, WORK_END),
                personal("invitation.link", "email", USER, ACCOUNT, WORK_END),
                personal(
                        "invitation.link",
                        "user_id kind made_at expires_at",
                        USER,
                        ACTIVITY,
                        WORK_END));
    }
}
