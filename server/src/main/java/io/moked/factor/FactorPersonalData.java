package io.moked.factor;

import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataCategory.CREDENTIAL;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.ACCOUNT_END;
import static io.moked.personaldata.RetentionClock.SESSION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people prove themselves with, and how often somebody tried. */
@Component
class FactorPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "factor.one_time_code",
                        "sealed_seed last_step",
                        USER,
                        CREDENTIAL,
                        ACCOUNT_END),
                personal(
                        "factor.one_time_code",
                        "user_id made_at confirmed_at",
                        USER,
                        ACTIVITY,
                        ACCOUNT_END),
                personal("factor.recovery_code", "digest user_id", USER, CREDENTIAL, ACCOUNT_END),
                personal(
                        "factor.passkey",
                        "credential_id credential uses backup_eligible backed_up transports",
                        USER,
                        CREDENTIAL,
                        ACCOUNT_END),
                personal(
                        "factor.passkey",
                        "user_id label created_at last_used_at",
                        USER,
                        ACTIVITY,
                        ACCOUNT_END),
                personal("factor.throttle", "key", USER, CREDENTIAL, SESSION_END),
                personal("factor.throttle", "tries open_at", USER, ACTIVITY, SESSION_END));
    }
}
