package io.moked.media;

import static io.moked.personaldata.DataCategory.CONTENT;
import static io.moked.personaldata.DataCategory.METADATA;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files that people sent; their bytes lie outside the database, sealed, under the same id. */
@Component
class MediaPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "media.file",
                        "file_name mime_type disguised size scan preview_width preview_height sound_millis sound_levels",
                        CONTACT,
                        CONTENT,
                        SUBSCRIPTION_END),
                personal("media.file", "created_at", CONTACT, METADATA, SUBSCRIPTION_END));
    }
}
