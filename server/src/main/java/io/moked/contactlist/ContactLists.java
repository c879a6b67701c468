package io.moked.contactlist;

import io.moked.access.SignedIn;
import io.moked.contactlist.ContactList.Line;
import io.moked.contactlist.ContactList.ListCounts;
import io.moked.contactlist.ContactList.State;
import io.moked.contactlist.ContactList.Verdict;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files with contacts: read, checked by a plan, and taken in once somebody says so. */
@Component
public class ContactLists {

    /** What can have become of a line. */
    public static final Set<String> OUTCOMES = Set.of("added", "changed", "failed");

    private static final int PART = 2_000;

    private final ListStore lists;
    private final LineStore lines;
    private final Checking checking;
    private final TakingIn takingIn;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    ContactLists(
            ListStore lists,
            LineStore lines,
            Checking checking,
            TakingIn takingIn,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.lists = lists;
        this.lines = lines;
        this.checking = checking;
        this.takingIn = takingIn;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Reads a file, and guesses what its columns mean.
     *
     * @param encoding as the file is said to be written; null for as it looks
     * @param separator likewise
     */
    @Transactional
    public ContactList read(
            byte[] bytes,
            String name,
            @Nullable String encoding,
            @Nullable String separator,
            SignedIn by) {
        var file = ListFile.read(bytes, encoding, separator);
        var list =
                new ContactList(
                        ids.next(),
                        name,
                        file.encoding().word(),
                        file.separator().word(),
                        file.lines().size(),
                        file.columns(),
                        PlanGuess.of(file, by.language()),
                        State.READ,
                        by.user().value(),
                        clock.instant(),
                        null,
                        null,
                        null);
        lists.add(list);
        for (int from = 0; from < file.lines().size(); from += PART) {
            int to = Math.min(from + PART, file.lines().size());
            lines.add(list.id(), file.lines().subList(from, to));
        }
        return list;
    }

    @Transactional(readOnly = true)
    public Slice<ContactList> page(Page page) {
        return Slice.of(lists.page(page), page, it -> new Cursor(it.readAt(), it.id()));
    }

    @Transactional(readOnly = true)
    public ContactList find(UUID id) {
        return lists.find(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Map<UUID, ListCounts> count(Collection<UUID> ids) {
        return lines.count(ids);
    }

    /**
     * Lines of a list in their order, after the one with a number.
     *
     * @param verdict what they were found to be; null for any
     * @param outcome what has become of them; null for anything or nothing yet
     */
    @Transactional(readOnly = true)
    public List<Line> lines(
            UUID id, @Nullable Verdict verdict, @Nullable String outcome, int after, int limit) {
        find(id);
        return lines.page(id, verdict, outcome, after, limit);
    }

    /** Lines that are not taken in, with what is wrong with them. */
    @Transactional(readOnly = true)
    public List<Line> leftOut(UUID id, int after, int limit) {
        find(id);
        return lines.leftOut(id, after, limit);
    }

    /** Looks at every line by a plan. */
    @Transactional
    public ContactList check(UUID id, Plan plan) {
        var list = open(id);
        var checked = PlanCheck.checked(plan, list.columns());
        checking.check(id, checked);
        lists.checked(id, checked);
        return find(id);
    }

    private ContactList open(UUID id) {
        var list = lists.lock(id).orElseThrow(NotFound::new);
        if (!list.state().isOpen()) {
            throw new Refusals.ListStarted();
        }
        return list;
    }

    /** From now on it is taken in, part after part, also across a restart. */
    @Transactional
    public ContactList start(UUID id, SignedIn by) {
        if (open(id).state() != State.CHECKED) {
            throw new Refusals.ListNotChecked();
        }
        lists.started(id, by.user().value(), clock.instant());
        journal.append(Fact.of("contactlist.started", id).by(by.user().value()));
        takingIn.ringAfterCommit();
        return find(id);
    }

    /** Stops one that runs, where it is; forgets any other. */
    @Transactional
    public void remove(UUID id, SignedIn by) {
        var list = lists.lock(id).orElseThrow(NotFound::new);
        if (list.state() == State.RUNNING) {
            lists.ended(id, State.STOPPED, clock.instant());
            journal.append(Fact.of("contactlist.stopped", id).by(by.user().value()));
        } else {
            lists.remove(id);
        }
    }
}
