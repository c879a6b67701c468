package io.moked.greeting;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.moked.conversation.Announcements;
import io.moked.conversation.Conversation.Workload;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.conversation.Ends;
import io.moked.conversation.Incoming.Recorded;
import io.moked.greeting.GreetingStore.Since;
import io.moked.greeting.GreetingStore.Telling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says to those who write what their department says by itself, in the transaction that records
 * what they wrote: so it is there once however often that is tried, and before any answer.
 */
@Component
public class Greetings {

    /** What was written long ago, and came only now, is for people. */
    private static final Duration STALE = Duration.ofHours(12);

    private final GreetingStore store;
    private final DepartmentHours hours;
    private final Wordings wordings;
    private final Conversations conversations;
    private final Ends ends;
    private final Announcements announcements;
    private final Clock clock;

    Greetings(
            GreetingStore store,
            DepartmentHours hours,
            Wordings wordings,
            Conversations conversations,
            Ends ends,
            Announcements announcements,
            Clock clock) {
        this.store = store;
        this.hours = hours;
        this.wordings = wordings;
        this.conversations = conversations;
        this.ends = ends;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** These have just written; whoever is with an agent is told nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(List<Recorded> written) {
        if (written.isEmpty() || !store.isInUse()) {
            return;
        }
        var setting = store.setting();
        var staying = new ArrayList<Visit>();
        for (var visit : visits(written)) {
            if (visit.words().stream().anyMatch(setting::givesUp)) {
                ends.giveUp(new ConversationId(visit.conversation()));
            } else {
                staying.add(visit);
            }
        }
        tell(staying, setting);
    }

    private List<Visit> visits(List<Recorded> written) {
        var stale = clock.instant().minus(STALE);
        var byConversation =
                written.stream()
                        .filter(it -> it.message().at().isAfter(stale))
                        .collect(groupingBy(Recorded::conversation, LinkedHashMap::new, toList()));
        var ids = List.copyOf(byConversation.keySet());
        return conversations.lockWaiting(ids, ids.size()).stream()
                .filter(it -> it.department() != null)
                .map(it -> visit(it, requireNonNull(byConversation.get(it.conversation()))))
                .toList();
    }

    private static Visit visit(Workload.Work waiting, List<Recorded> messages) {
        return new Visit(requireNonNull(waiting.department()), messages);
    }

    private void tell(List<Visit> visits, Setting setting) {
        var texts = store.texts(visits.stream().map(it -> it.department()).toList());
        var here = new HashMap<UUID, Boolean>();
        var due = new LinkedHashMap<Telling, Visit>();
        for (var visit : visits) {
            var department = visit.department();
            var own = texts.getOrDefault(department, Texts.NONE);
            boolean isHere = here.computeIfAbsent(department, this::isHere);
            for (var occasion : occasions(visit, isHere, setting)) {
                if (own.has(occasion)) {
                    due.put(visit.on(occasion), visit);
                }
            }
        }
        if (!due.isEmpty()) {
            due.keySet().retainAll(claimed(due.keySet(), setting));
            announcements.say(wordings.of(due, texts));
        }
    }

    private boolean isHere(UUID department) {
        return hours.of(department).map(it -> it.standing().open()).orElse(true);
    }

    private static Set<Occasion> occasions(Visit visit, boolean isHere, Setting setting) {
        var occasions = EnumSet.noneOf(Occasion.class);
        if (!isHere) {
            occasions.add(Occasion.AWAY);
            return occasions;
        }
        if (visit.isOpening()) {
            occasions.add(Occasion.GREETING);
        }
        if (visit.words().stream().anyMatch(setting::asks)) {
            occasions.add(Occasion.ASKED);
        }
        return occasions;
    }

    private Set<Telling> claimed(Collection<Telling> due, Setting setting) {
        Instant now = clock.instant();
        var since =
                new Since(
                        now.minus(Duration.ofHours(setting.greetAgainHours())),
                        now.minus(Duration.ofMinutes(setting.askAgainMinutes())));
        return store.claim(due, since, now);
    }
}
