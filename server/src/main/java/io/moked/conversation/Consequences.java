package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.Afterword.Completion;
import io.moked.channel.Afterword.Edit;
import io.moked.channel.Afterword.Reaction;
import io.moked.channel.Afterword.Revocation;
import io.moked.channel.Afterword.Said;
import io.moked.channel.Content;
import io.moked.channel.Inbound;
import io.moked.channel.Overheard;
import io.moked.conversation.Incoming.Origin;
import io.moked.conversation.MessageStore.SharedFile;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an afterword changes beyond its message: a call of the business that the contact took lets
 * the business write ("Calling API pricing"), and the files of what was taken back are shown to
 * nobody. Whichever of the two comes later, message or afterword, brings it about.
 */
@Component
class Consequences {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Consequences(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A message of the thread, and one thing that was added to it. */
    private record Added(
            UUID message,
            UUID conversation,
            boolean isOurs,
            Content content,
            Said said,
            Instant at) {

        /** The call that it completes, if it does. */
        Content.@Nullable Call call() {
            return said instanceof Completion(Content.Call call) ? call : null;
        }

        boolean isTakenCall() {
            var call = call();
            return isOurs && call != null && Boolean.TRUE.equals(call.isTaken());
        }

        /** A call is told once more at its end, with how long they spoke. */
        Instant takenAt() {
            var call = call();
            return call == null || call.seconds() == null ? at : at.minusSeconds(call.seconds());
        }

        /** What was there before, and what replaced it. */
        Stream<Content> contents() {
            return switch (said) {
                case Edit(var latest) -> Stream.of(content, latest);
                case Completion(var whole) -> Stream.of(content, whole);
                case Reaction _, Revocation _ -> Stream.of(content);
            };
        }
    }

    /** Of all that has just been kept. */
    void of(Inbound inbound) {
        var concerned = concerned(inbound);
        var added = concerned.isEmpty() ? List.<Added>of() : added(concerned);
        letWrite(added.stream().filter(Added::isTakenCall).toList());
        var revoked = new LinkedHashSet<UUID>();
        added.stream()
                .filter(it -> it.said() instanceof Revocation)
                .forEach(it -> revoked.add(it.message()));
        withhold(added.stream().filter(it -> revoked.contains(it.message())).toList(), revoked);
    }

    /** Of messages only calls and files can have any, and no mere sign has. */
    private static Set<Origin> concerned(Inbound inbound) {
        var concerned = new LinkedHashSet<Origin>();
        for (var it : inbound.afterwords()) {
            if (!(it.said() instanceof Reaction)) {
                concerned.add(new Origin(it.channel(), it.about()));
            }
        }
        inbound.messages().stream()
                .filter(it -> !it.content().files().isEmpty())
                .forEach(it -> concerned.add(Origin.of(it)));
        inbound.overheard().stream()
                .filter(Consequences::mayHaveEnded)
                .forEach(it -> concerned.add(Origin.of(it)));
        return concerned;
    }

    private static boolean mayHaveEnded(Overheard message) {
        return message.content() instanceof Content.Call || !message.content().files().isEmpty();
    }

    private List<Added> added(Collection<Origin> origins) {
        return jdbc.sql(
                        """
                        select m.id, m.conversation_id, m.direction = 'outbound' as ours, m.content, a.content as said, a.at
                        from unnest(:channels::uuid[], :externalIds::text[]) as t (channel_id, external_id)
                            join conversation.afterword a on a.channel_id = t.channel_id and a.about = t.external_id
                            join conversation.message m
                                on m.channel_id = t.channel_id and m.external_id = t.external_id
                        """)
                .param("channels", column(origins, it -> it.channel().value()))
                .param("externalIds", column(origins, Origin::externalId))
                .query((row, n) ->
                        new Added(
                                uuid(row, "id"),
                                uuid(row, "conversation_id"),
                                row.getBoolean("ours"),
                                json.readValue(row.getString("content"), Content.class),
                                json.readValue(row.getString("said"), Said.class),
                                instant(row, "at")))
                .list();
    }

    private void letWrite(List<Added> calls) {
        if (calls.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        with taken as (
                            select c.id, t.at from conversation.conversation c
                                join unnest(:conversations::uuid[], :times::timestamptz[]) as t (id, at) on t.id = c.id
                            order by c.id for no key update of c
                        )
                        update conversation.conversation c set last_inbound_at = greatest(c.last_inbound_at, t.at)
                        from (select id, max(at) as at from taken group by id) t where c.id = t.id
                        """)
                .param("conversations", column(calls, Added::conversation))
                .param("times", column(calls, Added::takenAt))
                .update();
    }

    /**
     * What was there before an edit, and what replaced it, are gone alike; what another message of
     * the conversation still shows stays.
     */
    private void withhold(List<Added> added, Collection<UUID> revoked) {
        var files = new LinkedHashSet<SharedFile>();
        for (var it : added) {
            it.contents()
                    .flatMap(content -> SharedFile.of(it.conversation(), content))
                    .forEach(files::add);
        }
        if (files.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update conversation.shared_file f set withheld = true
                        from unnest(:media::uuid[], :conversations::uuid[]) as r (media_id, conversation_id)
                        where f.media_id = r.media_id and f.conversation_id = r.conversation_id and not exists (
                            select from conversation.message m
                            where m.conversation_id = f.conversation_id and m.id <> all(:revoked::uuid[])
                                and m.content::text like '%' || f.media_id || '%' and not exists (
                                    select from conversation.afterword a
                                    where a.channel_id = m.channel_id and a.about = m.external_id
                                        and a.content ->> 'kind' = 'revocation'))
                        """)
                .param("media", column(files, SharedFile::media))
                .param("conversations", column(files, SharedFile::conversation))
                .param("revoked", column(revoked))
                .update();
    }
}
