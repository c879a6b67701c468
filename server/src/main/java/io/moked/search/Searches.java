package io.moked.search;

import static io.moked.access.Permission.READ_CONVERSATIONS;

import io.moked.access.SignedIn;
import io.moked.channel.Channel;
import io.moked.channel.Channels;
import io.moked.conversation.Conversation;
import io.moked.conversation.Conversations;
import io.moked.conversation.Message.Writing;
import io.moked.conversation.Message.Writings;
import io.moked.kernel.Cursor;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.search.SearchStore.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what was written. The index only proposes: each writing is read where it stands, shown to
 * those alone who may read it there, and only while it still says what somebody looks for.
 */
@Component
public class Searches {

    /**
     * Of what the index proposes to somebody who may not read everything, as much as this is looked
     * at.
     */
    private static final int PROPOSED = 200;

    private static final int ROUNDS = 5;

    private static final Pattern UUID_TEXT =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern EXTERNAL = Pattern.compile("\\S{16,200}");

    private final SearchStore store;
    private final Writings writings;
    private final Conversations conversations;
    private final Channels channels;
    private final Answers answers;

    Searches(
            SearchStore store,
            Writings writings,
            Conversations conversations,
            Channels channels,
            Answers answers) {
        this.store = store;
        this.writings = writings;
        this.conversations = conversations;
        this.channels = channels;
        this.answers = answers;
    }

    /**
     * Something that was written, where, and what answers in it.
     *
     * @param files their names
     */
    public record Hit(
            Writing writing, Conversation conversation, Excerpt excerpt, List<FileHit> files) {}

    /** A file by its name. */
    public record FileHit(UUID media, Excerpt name) {}

    /**
     * What matches, newest first; one thing alone if the words are its id. Fewer than asked for,
     * with a cursor, where much was looked at of which the caller may read little.
     */
    @Transactional(readOnly = true)
    public Slice<Hit> find(Wanted wanted, SignedIn caller, Page page) {
        var named = named(wanted.words().strip(), caller);
        if (named.isPresent()) {
            var writing = named.get().writing();
            boolean isMeant = Indexing.marks(writing).containsAll(wanted.marks());
            return Slice.whole(isMeant ? List.of(named.get()) : List.of());
        }
        var question = Question.of(wanted.words(), store::stems);
        // Signs alone say nothing.
        return question.terms().isEmpty()
                ? Slice.whole(List.of())
                : find(wanted, question, caller, page);
    }

    private Optional<Hit> named(String words, SignedIn caller) {
        return idOf(words)
                .flatMap(id -> Optional.ofNullable(writings.find(Set.of(id)).get(id)))
                .flatMap(it ->
                        Optional.ofNullable(
                                        conversations
                                                .find(Set.of(it.conversation()), caller)
                                                .get(it.conversation()))
                                .map(conversation -> answers.whole(it, conversation)));
    }

    /** Of a message or note, by our id or the network's; of a conversation, its last message. */
    private Optional<UUID> idOf(String words) {
        if (UUID_TEXT.matcher(words).matches()) {
            var id = UUID.fromString(words);
            return Optional.of(writings.lastOf(id).orElse(id));
        }
        if (EXTERNAL.matcher(words).matches()) {
            var all = channels.all().stream().map(Channel::id).map(it -> it.value()).toList();
            return writings.byExternalId(words, all);
        }
        return Optional.empty();
    }

    private Slice<Hit> find(Wanted wanted, Question question, SignedIn caller, Page page) {
        var asked = question.asked(wanted.marks());
        var from = wanted.from() == null ? Instant.EPOCH : wanted.from();
        boolean isAllTheirs =
                wanted.department() == null && caller.reach(READ_CONVERSATIONS).everything();
        int most = isAllTheirs ? page.rowsToRead() : PROPOSED;
        var hits = new ArrayList<Hit>();
        var before = earlier(page.after(), wanted.until());
        for (int round = 0; round < ROUNDS; round++) {
            var found = store.find(asked, from, before, most);
            hits.addAll(
                    read(
                            readable(found, wanted, caller),
                            question,
                            page.rowsToRead() - hits.size()));
            if (hits.size() > page.limit() || found.size() < most) {
                return Slice.of(hits, page, Searches::cursor);
            }
            before = found.getLast().cursor();
        }
        return new Slice<>(hits, before.toString());
    }

    private static Cursor cursor(Hit hit) {
        return new Cursor(hit.writing().at(), hit.writing().id());
    }

    private static Cursor earlier(Cursor cursor, @Nullable Instant until) {
        return until == null || cursor.at().isBefore(until)
                ? cursor
                : new Cursor(until, new UUID(0, 0));
    }

    private record Readable(Found found, Conversation in) {}

    private List<Readable> readable(List<Found> found, Wanted wanted, SignedIn caller) {
        var theirs =
                conversations.find(
                        found.stream().map(Found::conversation).distinct().toList(), caller);
        return found.stream()
                .flatMap(it ->
                        Stream.ofNullable(theirs.get(it.conversation()))
                                .map(in -> new Readable(it, in)))
                .filter(it ->
                        wanted.department() == null
                                || wanted.department().equals(it.in().departmentId()))
                .toList();
    }

    /** As many as are needed of those that still answer. */
    private List<Hit> read(List<Readable> readable, Question question, int needed) {
        var hits = new ArrayList<Hit>();
        for (int at = 0; at < readable.size() && hits.size() < needed; at += needed) {
            var part = readable.subList(at, Math.min(readable.size(), at + needed));
            var read = writings.find(part.stream().map(it -> it.found().id()).toList());
            var inOrder = new ArrayList<Answers.Candidate>();
            for (var it : part) {
                var writing = read.get(it.found().id());
                if (writing != null && writing.conversation().equals(it.found().conversation())) {
                    inOrder.add(new Answers.Candidate(writing, it.in()));
                }
            }
            hits.addAll(answers.among(inOrder, question));
        }
        return hits.size() > needed ? hits.subList(0, needed) : hits;
    }
}
