package io.moked.mail;

import static io.moked.personaldata.DataCategory.CREDENTIAL;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.WORK_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names, addresses and links of letters that have not left yet. */
@Component
class MailPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(personal("mail.letter", "sealed", USER, CREDENTIAL, WORK_END));
    }
}
