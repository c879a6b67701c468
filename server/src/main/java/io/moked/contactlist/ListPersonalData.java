package io.moked.contactlist;

import static io.moked.personaldata.DataCategory.METADATA;
import static io.moked.personaldata.DataCategory.PHONE_NUMBER;
import static io.moked.personaldata.DataCategory.PROFILE;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.WORK_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files with contacts; forgotten after a month. */
@Component
class ListPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "contactlist.list",
                        "by_id started_by read_at started_at ended_at",
                        USER,
                        METADATA,
                        WORK_END),
                personal("contactlist.list", "file_name plan", CONTACT, PROFILE, WORK_END),
                personal("contactlist.line", "cells phone", CONTACT, PHONE_NUMBER, WORK_END),
                personal(
                        "contactlist.line", "verdict problem outcome", CONTACT, PROFILE, WORK_END));
    }
}
