package io.moked.target;

import static java.util.stream.Collectors.toMap;

import io.moked.conversation.Conversation.Progress;
import io.moked.conversation.Conversation.Promise;
import io.moked.conversation.Conversation.Promises;
import io.moked.hours.Openings;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.target.Course.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings countdowns up to what has happened, to the agreement as it stands, and to the time: what
 * is endangered or broken by now is told, once, in the transaction that notes that it was.
 */
@Component
class Reckoning {

    private final CountdownStore store;
    private final AgreementStore agreements;
    private final Situation situation;
    private final Promises promises;
    private final Journal journal;
    private final TargetBell bell;

    Reckoning(
            CountdownStore store,
            AgreementStore agreements,
            Situation situation,
            Promises promises,
            Journal journal,
            TargetBell bell) {
        this.store = store;
        this.agreements = agreements;
        this.situation = situation;
        this.promises = promises;
        this.journal = journal;
        this.bell = bell;
    }

    /** What happens to conversations at this moment, in its order; these are locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Map<UUID, List<Happening>> happenings, Instant now) {
        if (!happenings.isEmpty()) {
            agreements
                    .find()
                    .ifPresent(it -> new Round(it, now, happenings.keySet()).bringUp(happenings));
        }
    }

    /** Tells what has come true about these by now. */
    @Transactional
    public void judge(Collection<UUID> conversations, Instant now) {
        take(conversations.stream().collect(toMap(it -> it, it -> List.of())), now);
    }

    /**
     * Reckons anew some that were reckoned by an earlier edition.
     *
     * @return how many
     */
    @Transactional
    public int renew(Instant now, int most) {
        var before =
                agreements
                        .find()
                        .map(it -> store.reckonedBefore(it.edition(), most))
                        .orElse(List.of());
        judge(before, now);
        return before.size();
    }

    /**
     * Takes up some that were open before anything was promised.
     *
     * @return how many
     */
    @Transactional
    public int takeUp(Instant now, int most) {
        var from = agreements.lockTakenUp();
        if (from.isEmpty()) {
            return 0;
        }
        var open = promises.lockUnresolved(from.get(), most);
        agreements.takenUpTo(open.size() < most ? null : open.getLast().id());
        var agreement = agreements.find().orElseThrow();
        new Round(agreement, now, open.stream().map(Progress::id).toList()).begin(open);
        return open.size();
    }

    /** One agreement, one moment, some conversations. */
    private final class Round {

        private final Agreement.Terms terms;
        private final Instant now;
        private final Collection<UUID> ids;
        private final List<Course> changed = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private @Nullable Map<UUID, Situation.One> places;

        Round(Agreement agreement, Instant now, Collection<UUID> ids) {
            this.terms = agreement.terms();
            this.now = now;
            this.ids = ids;
        }

        void bringUp(Map<UUID, List<Happening>> happenings) {
            var known = store.lock(ids);
            happenings.forEach(
                    (id, all) -> bringUp(new Course(id, known.getOrDefault(id, List.of())), all));
            save();
        }

        private void bringUp(Course course, List<Happening> happenings) {
            boolean isOld = course.isReckonedBefore(terms.agreement().edition());
            if (isOld) {
                course.reckon(terms, place(course));
            }
            boolean isTold = tell(course);
            boolean isMoved = false;
            for (var it : happenings) {
                isMoved |= course.happens(it, now, () -> openings(course));
            }
            if (isMoved) {
                course.reckon(terms, place(course));
            }
            if (isOld || isTold || isMoved) {
                changed.add(course);
            }
        }

        /** Before anything moves its time: what comes too late has come too late. */
        private boolean tell(Course course) {
            var told = course.tell(now);
            told.forEach(it ->
                    facts.add(
                            Fact.of(
                                            it.isBroken() ? "target.broken" : "target.endangered",
                                            course.conversation())
                                    .with("conversationId", course.conversation())
                                    .with("target", it.kind())
                                    .with("dueAt", Objects.requireNonNull(it.dueAt()))));
            return !told.isEmpty();
        }

        void begin(List<Progress> open) {
            var known = store.lock(ids);
            for (var it : open) {
                if (!known.containsKey(it.id())) {
                    var course = Course.of(it);
                    if (it.isSnoozed()) {
                        course.happens(Happening.SNOOZED, now, () -> openings(course));
                    }
                    course.reckon(terms, place(course));
                    changed.add(course);
                }
            }
            save();
        }

        private Openings openings(Course course) {
            var place = place(course);
            return place == null ? Openings.ALWAYS : place.openings();
        }

        private Situation.@Nullable One place(Course course) {
            if (places == null) {
                places = situation.of(ids);
            }
            return places.get(course.conversation());
        }

        private void save() {
            if (changed.isEmpty()) {
                return;
            }
            var countdowns = changed.stream().flatMap(it -> it.countdowns().stream()).toList();
            store.save(countdowns);
            var nearest = new HashMap<UUID, Promise>();
            changed.forEach(it ->
                    it.nearest().ifPresent(promise -> nearest.put(it.conversation(), promise)));
            promises.keep(nearest);
            promises.drop(
                    changed.stream()
                            .map(Course::conversation)
                            .filter(it -> !nearest.containsKey(it))
                            .toList());
            journal.append(facts);
            countdowns.stream()
                    .map(Countdown::nextAt)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .ifPresent(at -> bell.ringAfterCommitIn(Duration.between(now, at)));
        }
    }
}
