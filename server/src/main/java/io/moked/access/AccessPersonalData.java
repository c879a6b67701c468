package io.moked.access;

import static io.moked.personaldata.DataCategory.ACCOUNT;
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

/** Who signs in, and how they prove it. */
@Component
class AccessPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "access.app_user", "name email language state", USER, ACCOUNT, ACCOUNT_END),
                personal("access.app_user", "password_hash", USER, CREDENTIAL, ACCOUNT_END),
                personal(
                        "access.user_role",
                        "user_id standard role_id department_id",
                        USER,
                        ACCOUNT,
                        ACCOUNT_END),
                personal("access.session", "digest", USER, CREDENTIAL, SESSION_END),
                personal(
                        "access.session",
                        "user_id browser system address opened_at seen_at ends_at ended_at password_at"
                                + " code_at passkey_at",
                        USER,
                        ACTIVITY,
                        SESSION_END),
                personal(
                        "access.failed_sign_in",
                        "user_id browser system address at",
                        USER,
                        ACTIVITY,
                        SESSION_END),
                personal("access.api_token", "digest", USER, CREDENTIAL, ACCOUNT_END),
                personal(
                        "access.api_token",
                        "name user_id permissions created_at expires_at last_used_at",
                        USER,
                        ACTIVITY,
                        ACCOUNT_END));
    }
}
