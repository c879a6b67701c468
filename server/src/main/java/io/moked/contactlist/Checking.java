package io.moked.contactlist;

import io.moked.contact.Listing;
import io.moked.contactlist.ContactList.Line;
import io.moked.contactlist.ContactList.Verdict;
import io.moked.contactlist.LineReader.Bad;
import io.moked.contactlist.LineReader.Good;
import io.moked.contactlist.LineStore.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at all lines of a list by a plan: who is new, who is known, and what is wrong. */
@Component
class Checking {

    private static final int PART = 2_000;

    private final LineStore lines;
    private final Listing contacts;

    Checking(LineStore lines, Listing contacts) {
        this.lines = lines;
        this.contacts = contacts;
    }

    void check(UUID list, Plan plan) {
        lines.forget(list);
        var reader = new LineReader(plan);
        var seen = new HashMap<String, String>();
        int after = 0;
        boolean isTitle = plan.headed();
        List<Line> part;
        do {
            part = lines.page(list, null, null, after, PART);
            if (!part.isEmpty()) {
                after = part.getLast().number();
                lines.found(
                        list, look(isTitle ? part.subList(1, part.size()) : part, reader, seen));
                isTitle = false;
            }
        } while (part.size() == PART);
    }

    private List<Found> look(List<Line> part, LineReader reader, Map<String, String> seen) {
        var found = new ArrayList<Found>();
        var good = new ArrayList<Found>();
        for (var line : part) {
            switch (reader.read(line.cells())) {
                case Bad bad -> found.add(found(line, Verdict.BAD, bad.problem(), null));
                case Good one -> {
                    var phone = one.person().phone();
                    var before = seen.putIfAbsent(Listing.spelling(phone), phone);
                    if (before == null) {
                        good.add(found(line, Verdict.NEW, null, phone));
                    } else {
                        found.add(found(line, Verdict.REPEATED, Problem.REPEATED, before));
                    }
                }
            }
        }
        var known = contacts.known(good.stream().map(Found::phone).toList());
        for (var one : good) {
            found.add(
                    known.containsKey(one.phone())
                            ? new Found(one.number(), Verdict.KNOWN, null, one.phone())
                            : one);
        }
        return found;
    }

    private static Found found(
            Line line, Verdict verdict, @Nullable Problem problem, @Nullable String phone) {
        return new Found(line.number(), verdict, problem, phone);
    }
}
