package io.moked.contact;

import static io.moked.personaldata.DataCategory.METADATA;
import static io.moked.personaldata.DataCategory.PHONE_NUMBER;
import static io.moked.personaldata.DataCategory.PROFILE;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who writes to a business. */
@Component
class ContactPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                profile(
                        "contact.contact",
                        "name given_name is_listed username language labels country time_zone merged_into"),
                personal(
                        "contact.contact",
                        "first_seen_at last_seen_at wrote met listed_at",
                        CONTACT,
                        METADATA,
                        SUBSCRIPTION_END),
                profile("contact.consent", "marketing at"),
                profile("contact.declaration", "wants words by_id at"),
                profile("contact.labeled", "label"),
                profile("contact.findable", "words"),
                personal(
                        "contact.identity",
                        "kind value since seen_at until replaced_by channels",
                        CONTACT,
                        PHONE_NUMBER,
                        SUBSCRIPTION_END),
                personal(
                        "contact.former_identity",
                        "contact_id kind value since seen_at until replaced_by passed_to",
                        CONTACT,
                        PHONE_NUMBER,
                        SUBSCRIPTION_END),
                profile("contact.merge", "contact_id into_id at by_id separated_at separated_by"));
    }

    private static PersonalColumns profile(String table, String columns) {
        return personal(table, columns, CONTACT, PROFILE, SUBSCRIPTION_END);
    }
}
