package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;
import static java.util.Objects.requireNonNull;

import io.moked.channel.DeliveryReceipt.Failure;
import io.moked.contact.Consents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts of whom a failed message tells that they want no marketing. */
@Component
class OptOuts {

    private final JdbcClient jdbc;
    private final Consents consents;

    OptOuts(JdbcClient jdbc, Consents consents) {
        this.jdbc = jdbc;
        this.consents = consents;
    }

    static boolean isOne(String code) {
        return code.equals(Failure.MARKETING_STOPPED);
    }

    /** In these conversations, and when. */
    void toldIn(Map<UUID, Instant> conversations) {
        if (!conversations.isEmpty()) {
            consents.said(words(conversations));
        }
    }

    private List<Consents.Word> words(Map<UUID, Instant> conversations) {
        return jdbc.sql(
                        """
                        select id, contact_id from conversation.conversation
                        where id = any(:conversations::uuid[])
                        """)
                .param("conversations", column(conversations.keySet()))
                .query((row, n) ->
                        new Consents.Word(
                                uuid(row, "contact_id"),
                                false,
                                requireNonNull(conversations.get(uuid(row, "id")))))
                .list();
    }
}
