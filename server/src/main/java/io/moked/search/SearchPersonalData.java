package io.moked.search;

import static io.moked.personaldata.DataCategory.CONTENT;
import static io.moked.personaldata.DataCategory.METADATA;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** The words of messages and notes, in no order: less than they say, and still theirs. */
@Component
class SearchPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "search.entry",
                        "conversation_id words",
                        CONTACT,
                        CONTENT,
                        SUBSCRIPTION_END),
                personal("search.entry", "at", CONTACT, METADATA, SUBSCRIPTION_END));
    }
}
