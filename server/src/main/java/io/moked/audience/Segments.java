package io.moked.audience;

import io.moked.access.UserId;
import io.moked.contact.Criteria;
import io.moked.contact.Selections;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts chosen by what they have in common. Who is in a segment is asked of the contacts as they
 * are at that moment, and never written down.
 */
@Component
public class Segments {

    private final SegmentStore store;
    private final Selections contacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Segments(SegmentStore store, Selections contacts, Journal journal, Ids ids, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Segment> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Segment find(SegmentId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    @Transactional
    public Segment add(String name, Criteria criteria, UserId by) {
        if (store.all().size() >= Limit.SEGMENTS.value()) {
            throw new Invalid("name", "too-many");
        }
        var segment = new Segment(ids.next(), called(name), checked(criteria), clock.instant());
        if (!store.add(segment)) {
            throw new SegmentNameTaken();
        }
        return told(segment, by);
    }

    /** Null leaves it as it is. */
    @Transactional
    public Segment change(
            SegmentId id, @Nullable String name, @Nullable Criteria criteria, UserId by) {
        var before = find(id);
        var segment =
                new Segment(
                        before.id(),
                        name == null ? before.name() : called(name),
                        criteria == null ? before.criteria() : checked(criteria),
                        clock.instant());
        if (!store.change(segment)) {
            throw new SegmentNameTaken();
        }
        return told(segment, by);
    }

    private Segment told(Segment segment, UserId by) {
        journal.append(Fact.of("audience.segment-saved", segment.id()).by(by.value()));
        return segment;
    }

    @Transactional
    public void remove(SegmentId id, UserId by) {
        if (!store.remove(id)) {
            throw new NotFound();
        }
        journal.append(Fact.of("audience.segment-removed", id.value()).by(by.value()));
    }

    /** How many contacts are in it now. */
    @Transactional(readOnly = true)
    public int count(Criteria criteria) {
        return contacts.count(checked(criteria));
    }

    /** How many contacts these are, and how many of them nothing can be sent to. */
    @Transactional(readOnly = true)
    public Selections.Tally tally(Criteria criteria) {
        return contacts.tally(checked(criteria));
    }

    /**
     * Contacts in a segment, page after page; each is named once, whoever writes meanwhile.
     *
     * @param after the last of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public List<UUID> members(SegmentId id, @Nullable UUID after, int limit) {
        return contacts.page(find(id).criteria(), after, limit);
    }

    private static String called(String name) {
        var words = name.strip();
        if (words.isEmpty() || words.length() > Limit.SEGMENT_NAME_CHARACTERS.value()) {
            throw new Invalid("name", "out-of-range");
        }
        return words;
    }

    private static Criteria checked(Criteria criteria) {
        check("seenWithinDays", criteria.seenWithinDays());
        check("notSeenForDays", criteria.notSeenForDays());
        check("labels", criteria.labels());
        check("withoutLabels", criteria.withoutLabels());
        check("languages", criteria.languages());
        check("countries", criteria.countries());
        return criteria;
    }

    private static void check(String field, @Nullable Integer days) {
        if (days != null && (days < 1 || days > Limit.SEGMENT_DAYS.value())) {
            throw new Invalid(field, "out-of-range");
        }
    }

    private static void check(String field, @Nullable List<String> words) {
        if (words != null && words.size() > Limit.SEGMENT_WORDS.value()) {
            throw new Invalid(field, "too-many");
        }
    }
}
