package io.moked.hours;

import io.moked.access.Names;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calendars of the tenant in scope: when somebody is there to answer. */
@Component
public class Hours implements Names {

    private final CalendarStore store;
    private final ObjectProvider<UsedCalendars> uses;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Hours(
            CalendarStore store,
            ObjectProvider<UsedCalendars> uses,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.uses = uses;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whose hours a calendar is; whoever goes by one answers, and it is not removed. */
    public interface UsedCalendars {

        boolean isUsed(UUID calendar);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Slice<Calendar> page(Page page) {
        return Slice.of(store.page(page), page, Calendar::cursor);
    }

    @Transactional(readOnly = true)
    public Calendar find(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** What time is counted with. */
    @Transactional(readOnly = true)
    public Openings openings(UUID id) {
        return new Openings(find(id).hours());
    }

    /** How it stands with it now. */
    public Standing standing(Calendar calendar) {
        return Standing.of(new Openings(calendar.hours()), clock.instant());
    }

    /** Keeps it from being removed before the transaction that is to go by it has ended. */
    @Transactional
    public void hold(UUID id) {
        if (!store.hold(id)) {
            throw new NotFound();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        return store.names().entrySet().stream()
                .filter(it -> things.contains(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Transactional
    public Calendar add(CalendarDraft draft, UserId by) {
        if (store.count() >= Limit.CALENDARS.value()) {
            throw new Invalid("name", "too-many");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var name = DraftCheck.name(draft.name());
        var added = new Calendar(ids.next(), name, DraftCheck.hours(draft), 1, now, now);
        store.add(added);
        tell("hours.calendar-added", added.id(), by);
        return added;
    }

    /**
     * Puts another in its place.
     *
     * @param version of the one that was read
     */
    @Transactional
    public Calendar replace(UUID id, int version, CalendarDraft draft, UserId by) {
        var before = find(id);
        var replaced =
                new Calendar(
                        id,
                        DraftCheck.name(draft.name()),
                        DraftCheck.hours(draft),
                        version + 1,
                        before.createdAt(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!store.replace(replaced)) {
            throw new Refusals.Changed();
        }
        tell("hours.calendar-changed", id, by);
        return replaced;
    }

    @Transactional
    public void remove(UUID id, UserId by) {
        if (!store.lock(id)) {
            throw new NotFound();
        }
        if (uses.stream().anyMatch(it -> it.isUsed(id))) {
            throw new Refusals.InUse();
        }
        store.remove(id);
        tell("hours.calendar-removed", id, by);
    }

    private void tell(String kind, UUID calendar, UserId by) {
        journal.append(Fact.of(kind, calendar).by(by.value()));
    }
}
