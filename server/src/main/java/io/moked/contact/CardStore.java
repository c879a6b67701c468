package io.moked.contact;

import static io.moked.database.SqlValues.column;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CardStore {

    private final JdbcClient jdbc;

    CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ContactCards.NamesOfOne names(UUID contact) {
        return jdbc.sql("select given_name, name from contact.contact where id = :contact")
                .param("contact", contact)
                .query((row, n) ->
                        new ContactCards.NamesOfOne(
                                row.getString("given_name"), row.getString("name")))
                .single();
    }

    void call(UUID contact, @Nullable String name) {
        jdbc.sql("update contact.contact set given_name = :name where id = :contact")
                .param("name", name)
                .param("contact", contact)
                .update();
    }

    void speak(UUID contact, @Nullable String language) {
        jdbc.sql("update contact.contact set language = :language where id = :contact")
                .param("language", language)
                .param("contact", contact)
                .update();
    }

    void locate(UUID contact, @Nullable String timeZone) {
        jdbc.sql("update contact.contact set time_zone = :zone where id = :contact")
                .param("zone", timeZone)
                .param("contact", contact)
                .update();
    }

    void label(UUID contact, List<String> labels) {
        jdbc.sql("update contact.contact set labels = :labels::text[] where id = :contact")
                .param("labels", column(labels))
                .param("contact", contact)
                .update();
    }

    List<String> labels() {
        return jdbc.sql(
                        """
                        select distinct unnest(labels) as label from contact.contact where labels <> '{}'
                        order by label limit 500
                        """)
                .query((row, n) -> row.getString("label"))
                .list();
    }
}
