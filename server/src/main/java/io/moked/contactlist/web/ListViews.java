package io.moked.contactlist.web;

import io.moked.access.SignedIn;
import io.moked.access.Users;
import io.moked.contactlist.ContactList;
import io.moked.contactlist.ContactList.Line;
import io.moked.contactlist.ContactList.ListCounts;
import io.moked.contactlist.ContactList.Verdict;
import io.moked.contactlist.ContactLists;
import io.moked.contactlist.Plan;
import io.moked.contactlist.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lists of contacts as the API tells them. */
@Component
class ListViews {

    private static final int EXAMPLES = 6;

    private final ContactLists lists;
    private final Users users;
    private final MessageSource texts;

    ListViews(ContactLists lists, Users users, MessageSource texts) {
        this.lists = lists;
        this.users = users;
        this.texts = texts;
    }

    /**
     * A file with contacts.
     *
     * @param rows lines with anything in them, the names of the columns among them
     * @param columns cells of the longest line
     * @param plan what the columns mean; while the state is {@code read}, a guess
     * @param by who brought it
     * @param counts lines by what they are found to be, and what has become of them
     */
    record ContactListView(
            UUID id,
            String fileName,
            String encoding,
            String separator,
            int rows,
            int columns,
            Plan plan,
            ContactList.State state,
            String by,
            Instant readAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            ListCounts counts) {}

    /** One, with its first lines to see what is in them. */
    record ContactListWithLines(ContactListView list, List<List<String>> firstLines) {}

    /**
     * A line of a file.
     *
     * @param number in the file, from 1
     * @param problem why it is not taken in; null where it is
     * @param reason the same in the caller's language
     */
    record ContactListLine(
            int number,
            List<String> cells,
            @Nullable Verdict verdict,
            @Nullable String problem,
            @Nullable String reason,
            @Nullable String phone) {}

    ContactListWithLines withLines(ContactList list) {
        var first = lists.lines(list.id(), null, null, 0, EXAMPLES);
        return new ContactListWithLines(
                views(List.of(list)).getFirst(), first.stream().map(Line::cells).toList());
    }

    List<ContactListView> views(List<ContactList> some) {
        var counts = lists.count(some.stream().map(ContactList::id).toList());
        var names = users.names(some.stream().map(ContactList::by).collect(Collectors.toSet()));
        return some.stream()
                .map(it ->
                        view(
                                it,
                                names.getOrDefault(it.by(), ""),
                                counts.getOrDefault(it.id(), ListCounts.NONE)))
                .toList();
    }

    private static ContactListView view(ContactList it, String by, ListCounts counts) {
        return new ContactListView(
                it.id(),
                it.fileName(),
                it.encoding(),
                it.separator(),
                it.rows(),
                it.columns(),
                it.plan(),
                it.state(),
                by,
                it.readAt(),
                it.startedAt(),
                it.endedAt(),
                counts);
    }

    ContactListLine line(Line line, SignedIn reader) {
        return new ContactListLine(
                line.number(),
                line.cells(),
                line.verdict(),
                line.problem() == null ? null : line.problem().word(),
                reason(line.problem(), reader),
                line.phone() == null ? null : "+" + line.phone());
    }

    @Nullable String reason(@Nullable Problem problem, SignedIn reader) {
        return problem == null ? null : say("list.problem." + problem.word(), reader);
    }

    String say(String what, SignedIn reader) {
        return texts.getMessage(what, null, Locale.of(reader.language()));
    }
}
