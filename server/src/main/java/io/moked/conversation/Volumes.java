package io.moked.conversation;

import io.moked.kernel.Ids;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much there is and goes on, for whoever runs the server and may read nothing of it. */
@Component
public class Volumes {

    private final JdbcClient jdbc;

    Volumes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much there is and goes on in a tenant. */
    public record Volume(int openConversations, int messages) {}

    /** In numbers only: conversations that are not resolved, and messages since a time. */
    @Transactional(readOnly = true)
    public Volume since(Instant since) {
        return jdbc.sql(
                        """
                        select (select count(*) from conversation.conversation
                                where status <> 'resolved' and handler <> 'nobody')::int as open,
                            (select count(*) from conversation.message where id >= :from)::int as messages
                        """)
                .param("from", Ids.from(since))
                .query((row, n) -> new Volume(row.getInt("open"), row.getInt("messages")))
                .single();
    }
}
