package io.moked.greeting;

import static io.moked.personaldata.DataCategory.INTERACTION;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who was told what, and when. */
@Component
class GreetingPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "greeting.told",
                        "contact_id conversation_id occasion at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END));
    }
}
