package io.moked.ending;

import io.moked.access.UserId;
import io.moked.conversation.Conversations;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents have to do after a conversation. Its room stays theirs for as long: a row says until
 * when, and what they hold is changed only when that time has come, or when they are done.
 */
@Component
public class WrapUps {

    private final WrapUpStore store;
    private final Conversations conversations;
    private final Journal journal;
    private final Clock clock;

    WrapUps(WrapUpStore store, Conversations conversations, Journal journal, Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.journal = journal;
        this.clock = clock;
    }

    /** After which conversation, and until when. */
    public record WrapUp(UUID conversation, Instant endsAt) {}

    @Transactional(readOnly = true)
    public List<WrapUp> of(UserId agent) {
        return store.of(agent, clock.instant());
    }

    /** They are done before its time; once more changes nothing. */
    @Transactional
    public void end(UUID conversation, UserId agent) {
        if (store.of(agent, clock.instant()).stream()
                .noneMatch(it -> it.conversation().equals(conversation))) {
            throw new NotFound();
        }
        conversations.letGo(List.of(conversation));
        store.remove(conversation, agent);
        journal.append(Fact.of("ending.wrap-up-ended", conversation).by(agent.value()));
    }

    /**
     * Those whose time has come.
     *
     * @return how many
     */
    @Transactional
    int endDue(Instant now, int most) {
        var due = store.due(now, most);
        conversations.letGo(due);
        store.done(due, now);
        return due.size();
    }
}
