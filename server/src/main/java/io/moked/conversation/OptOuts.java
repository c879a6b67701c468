package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.DeliveryReceipt.Failure;
import io.moked.contact.Consents;
import java.time.Instant;
import java.util.Collection;
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

    void toldIn(Collection<UUID> conversations, Instant at) {
        if (!conversations.isEmpty()) {
            consents.said(contactsIn(conversations), false, at);
        }
    }

    private Collection<UUID> contactsIn(Collection<UUID> conversations) {
        return jdbc.sql(
                        """
                        select distinct contact_id from conversation.conversation
                        where id = any(:conversations::uuid[])
                        """)
                .param("conversations", column(conversations))
                .query((row, n) -> uuid(row, "contact_id"))
                .list();
    }
}
