package io.moked.ending;

import static io.moked.database.SqlValues.column;

import io.moked.database.WorkerDatabase;
import io.moked.journal.Follower;
import io.moked.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Learns from the journal who has spoken, beside the hot paths of both directions: whole batches of
 * entries, and nothing at all of businesses that do not count silence.
 */
@Component
class Listening implements Follower {

    /** What something that happened means to a silence. */
    private enum Turn {
        /** The contact writes: whoever has to answer is silent since the first that is open. */
        ASKED,
        /** Somebody has it from now on; if it is theirs to answer, they are silent since now. */
        GIVEN,
        /** Somebody answers, and the contact is silent since. */
        ANSWERED,
        /** It goes on, and somebody has to see to it. */
        BACK,
        /** Nobody waits for anybody. */
        OVER
    }

    private final JdbcClient jdbc;

    Listening(WorkerDatabase worker) {
        this.jdbc = worker.jdbc();
    }

    private record Thread(UUID tenant, UUID conversation) {}

    private record Heard(Thread thread, Turn turn, JournalEntry entry) {}

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public void follow(List<JournalEntry> entries) {
        var heard = entries.stream().flatMap(it -> heard(it).stream()).toList();
        var counting = heard.isEmpty() ? Set.<UUID>of() : counting(heard);
        inTurns(heard.stream().filter(it -> counting.contains(it.thread().tenant())).toList())
                .forEach(this::note);
    }

    private static Optional<Heard> heard(JournalEntry entry) {
        var turn =
                switch (entry.kind()) {
                    case "conversation.message-received" -> Turn.ASKED;
                    case "conversation.assigned" -> wasAnothers(entry) ? Turn.BACK : Turn.GIVEN;
                    case "conversation.reply-queued" -> isAnAnswer(entry) ? Turn.ANSWERED : null;
                    case "conversation.transferred" -> isKept(entry) ? null : Turn.BACK;
                    // Whoever had it may have promised that somebody else goes on.
                    case "conversation.unassigned", "conversation.reopened", "conversation.woken" ->
                            Turn.BACK;
                    case "conversation.resolved", "conversation.snoozed" -> Turn.OVER;
                    default -> null;
                };
        return Optional.ofNullable(turn)
                .map(it ->
                        new Heard(new Thread(entry.tenant().value(), entry.subject()), it, entry));
    }

    /** Only the department is another. */
    private static boolean isKept(JournalEntry transferred) {
        return transferred.details().containsKey("assigneeId");
    }

    private static boolean wasAnothers(JournalEntry assigned) {
        var before = assigned.details().get("previousAssigneeId");
        return before != null && !before.equals(assigned.details().get("assigneeId"));
    }

    /** What a business says by itself answers nothing, and a mere sign does not either. */
    private static boolean isAnAnswer(JournalEntry reply) {
        return reply.actor() != null && !reply.details().containsKey("sign");
    }

    /** Businesses that want anything to happen after a silence. */
    private Set<UUID> counting(List<Heard> heard) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct tenant_id from ending.department where tenant_id = any(:tenants::uuid[])
                                    and coalesce(nudge_minutes, resolve_minutes, agent_minutes) is not null
                                """)
                        .param(
                                "tenants",
                                column(
                                        heard.stream()
                                                .map(it -> it.thread().tenant())
                                                .distinct()
                                                .toList()))
                        .query(UUID.class)
                        .list());
    }

    /** Of one conversation one thing at a time, in its order. */
    private static List<Collection<Heard>> inTurns(List<Heard> heard) {
        var turns = new ArrayList<Map<Thread, Heard>>();
        var next = new HashMap<Thread, Integer>();
        for (var it : heard) {
            int turn = next.merge(it.thread(), 1, Integer::sum) - 1;
            if (turn == turns.size()) {
                turns.add(new LinkedHashMap<>());
            }
            turns.get(turn).put(it.thread(), it);
        }
        return turns.stream().map(Map::values).toList();
    }

    /** It is looked at after the shortest time that any department has; there it is seen more. */
    private void note(Collection<Heard> heard) {
        jdbc.sql(
                        """
                        with heard as (
                            select * from unnest(:tenants::uuid[], :conversations::uuid[], :turns::text[], :times::timestamptz[])
                                as h (tenant_id, conversation_id, turn, at)
                        ), gone as (
                            delete from ending.silence s using heard h where h.turn = 'OVER'
                                and s.tenant_id = h.tenant_id and s.conversation_id = h.conversation_id
                        ), shortest as (
                            select tenant_id, min(least(nudge_minutes, resolve_minutes)) as contact,
                                min(agent_minutes) as agent
                            from ending.department where tenant_id = any(:tenants::uuid[]) group by tenant_id
                        )
                        insert into ending.silence as s (tenant_id, conversation_id, silent, since, due_at)
                        select h.tenant_id, h.conversation_id,
                            case when h.turn = 'ANSWERED' then 'contact' else 'agent' end, h.at,
                            h.at + make_interval(mins => case when h.turn = 'ANSWERED' then m.contact else m.agent end)
                        from heard h join shortest m on m.tenant_id = h.tenant_id where h.turn <> 'OVER'
                        on conflict (tenant_id, conversation_id) do update
                        set silent = excluded.silent, since = excluded.since, due_at = excluded.due_at, nudged_at = null
                        where excluded.silent = 'contact' or (select case h.turn when 'ASKED' then s.silent = 'contact'
                                when 'GIVEN' then s.silent = 'agent' else true end
                            from heard h
                            where h.tenant_id = s.tenant_id and h.conversation_id = s.conversation_id)
                        """)
                .param("tenants", column(heard, it -> it.thread().tenant()))
                .param("conversations", column(heard, it -> it.thread().conversation()))
                .param("turns", column(heard, Heard::turn))
                .param("times", column(heard, it -> it.entry().at()))
                .update();
    }
}
