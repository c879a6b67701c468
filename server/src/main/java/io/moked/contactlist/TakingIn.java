package io.moked.contactlist;

import io.moked.access.UserId;
import io.moked.contact.Listing;
import io.moked.contact.Listing.Listed;
import io.moked.contact.Listing.Outcome;
import io.moked.contactlist.ContactList.Line;
import io.moked.contactlist.ContactList.Verdict;
import io.moked.contactlist.LineReader.Bad;
import io.moked.contactlist.LineReader.Good;
import io.moked.contactlist.LineStore.Found;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes lists in, some lines of each in turn. What becomes of lines, and that it has become of
 * them, is written in one transaction: after any crash the next round goes on with the rest.
 */
@Component
class TakingIn extends Rounds {

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(2);

    /** Few enough that nobody who writes for the first time waits for long meanwhile. */
    static final int LINES = 500;

    private static final int LISTS = 10;

    private final ListStore lists;
    private final LineStore lines;
    private final Listing contacts;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TakingIn(
            ListStore lists,
            LineStore lines,
            Listing contacts,
            Journal journal,
            TransactionTemplate transactions,
            Clock clock) {
        super("contact-lists", LONGEST_SLEEP);
        this.lists = lists;
        this.lines = lines;
        this.contacts = contacts;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What goes wrong with one list holds up no other. */
    @Override
    protected boolean round() {
        boolean isMore = false;
        RuntimeException fault = null;
        for (var next : lists.running(LISTS)) {
            try {
                isMore |= TenantScope.call(next.tenant(), () -> goOnWith(next.list()));
            } catch (RuntimeException failed) {
                fault = failed;
            }
        }
        if (fault != null) {
            throw fault;
        }
        return isMore;
    }

    private boolean goOnWith(UUID list) {
        return Boolean.TRUE.equals(transactions.execute(tx -> goOn(list)));
    }

    /** Whether there is more of it to do, and it is ours to do. */
    private boolean goOn(UUID id) {
        var list = lists.take(id).orElse(null);
        if (list == null) {
            return false;
        }
        var part = lines.waiting(id, LINES);
        if (!part.isEmpty()) {
            take(list, part);
        }
        if (part.size() == LINES) {
            lists.turned(id, clock.instant());
            return true;
        }
        lists.ended(id, ContactList.State.DONE, clock.instant());
        journal.append(Fact.of("contactlist.done", id).by(list.startedBy()));
        return false;
    }

    private void take(ContactList list, List<Line> part) {
        var reader = new LineReader(list.plan());
        var people = new HashMap<Integer, Listed>();
        var bad = new ArrayList<Found>();
        for (var line : part) {
            switch (reader.read(line.cells())) {
                case Good good -> people.put(line.number(), good.person());
                // It was good when it was checked: this server reads it otherwise than that one.
                case Bad it -> bad.add(new Found(line.number(), Verdict.BAD, it.problem(), null));
            }
        }
        lines.found(list.id(), bad);
        var by = new UserId(list.startedBy() == null ? list.by() : list.startedBy());
        var plan = list.plan();
        boolean wantMarketing = plan.optIn() != Plan.OptIn.WITHDRAWN;
        var origin =
                new Listing.Origin(
                        list.id(), plan.renames(), wantMarketing, plan.wordsOfOptIn(), by);
        heedEveryNo(list, reader, people);
        var became = contacts.take(List.copyOf(people.values()), origin);
        var outcomes = new HashMap<Integer, Outcome>();
        people.forEach((number, one) -> outcomes.put(number, became.get(one.phone())));
        lines.taken(list.id(), outcomes);
    }

    /** Whoever stands in a list twice has opted in only if every line says so. */
    private void heedEveryNo(ContactList list, LineReader reader, Map<Integer, Listed> people) {
        if (list.plan().optIn() != Plan.OptIn.COLUMN) {
            return;
        }
        var phones = people.values().stream().filter(Listed::says).map(Listed::phone).toList();
        var unwilling = new HashSet<String>();
        for (var line : lines.repeating(list.id(), phones)) {
            if (reader.read(line.cells()) instanceof Good good && !good.person().says()) {
                unwilling.add(line.phone());
            }
        }
        people.replaceAll((number, one) -> unwilling.contains(one.phone()) ? one.silent() : one);
    }
}
