package io.moked.conversation;

import static io.moked.access.Permission.READ_CONVERSATIONS;
import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.access.SignedIn;
import io.moked.conversation.timeline.TimelineStore;
import io.moked.kernel.Cursor;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.media.MediaAudience;
import io.moked.media.MediaId;
import io.moked.sending.Outbox;
import io.moked.sending.Underway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was said in a conversation and what happened to it, newest first. */
@Component
public class Threads implements MediaAudience {

    private final JdbcClient jdbc;
    private final MessageStore messages;
    private final ConversationStore conversations;
    private final Afterwords afterwords;
    private final Signs signs;
    private final Outbox outbox;
    private final Conversation.KeptFiles kept;
    private final TimelineStore places;

    Threads(
            JdbcClient jdbc,
            MessageStore messages,
            ConversationStore conversations,
            Afterwords afterwords,
            Signs signs,
            Outbox outbox,
            Conversation.KeptFiles kept,
            TimelineStore places) {
        this.kept = kept;
        this.places = places;
        this.signs = signs;
        this.afterwords = afterwords;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.messages = messages;
        this.conversations = conversations;
    }

    /** Something that happened to a conversation. */
    public record Event(
            UUID id,
            String type,
            @Nullable UUID actorId,
            @Nullable UUID subjectId,
            @Nullable Instant until,
            Instant at) {}

    /** One line of the thread: exactly one of the three. */
    public record Item(
            UUID id,
            Instant at,
            @Nullable Message message,
            Notes.@Nullable Note note,
            @Nullable Event event) {}

    /**
     * Part of a thread that more may follow on either side.
     *
     * @param next the cursor of what is older; null where that is all
     * @param newer the cursor of what is newer; null where it reaches the present
     */
    public record Stretch(List<Item> items, @Nullable String next, @Nullable String newer) {}

    /** Messages only. */
    @Transactional(readOnly = true)
    public Slice<Message> messages(ConversationId conversation, Page page) {
        conversations.mustBeThere(conversation);
        var rows = asTheyStand(messages.thread(conversation, page));
        return Slice.of(rows, page, message -> new Cursor(message.at(), message.id()));
    }

    /** Messages, notes and events in one line of time. */
    @Transactional(readOnly = true)
    public Stretch timeline(ConversationId conversation, Page page) {
        conversations.mustBeThere(conversation);
        var older = places.before(conversation.value(), page);
        return new Stretch(items(older.items()), older.next(), null);
    }

    /** What stands there after a place, newest first as well. */
    @Transactional(readOnly = true)
    public Stretch timelineAfter(ConversationId conversation, Page page) {
        conversations.mustBeThere(conversation);
        var newer = places.after(conversation.value(), page);
        var items = items(newer.items().reversed());
        var oldest = newer.items().isEmpty() ? page.after() : newer.items().getFirst();
        return new Stretch(items, oldest.toString(), newer.next());
    }

    /** A message or note with what stands before and after it. */
    @Transactional(readOnly = true)
    public Stretch timelineAround(ConversationId conversation, UUID item, int limit) {
        var place = places.find(conversation.value(), item).orElseThrow(NotFound::new);
        var half = new Page(place, (limit + 1) / 2);
        var older = timeline(conversation, half);
        var newer = timelineAfter(conversation, half);
        var all = new ArrayList<>(newer.items());
        all.addAll(items(List.of(place)));
        all.addAll(older.items());
        return new Stretch(all, older.next(), newer.newer());
    }

    private List<Item> items(List<Cursor> at) {
        var ids = at.stream().map(Cursor::id).toList();
        var items = new HashMap<UUID, Item>();
        asTheyStand(messages.find(ids))
                .forEach(it -> items.put(it.id(), new Item(it.id(), it.at(), it, null, null)));
        notes(ids).forEach((id, it) -> items.put(id, new Item(id, it.at(), null, it, null)));
        events(ids).forEach((id, it) -> items.put(id, new Item(id, it.at(), null, null, it)));
        return at.stream().map(place -> items.get(place.id())).toList();
    }

    /** With what has been added to them, and those on their way as the outbox knows them. */
    private List<Message> asTheyStand(List<Message> kept) {
        var now = signs.under(afterwords.applied(kept));
        var queued =
                now.stream()
                        .filter(it -> it.status() == Message.Status.QUEUED)
                        .map(Message::id)
                        .toList();
        if (queued.isEmpty()) {
            return now;
        }
        var underway = outbox.underway(queued);
        return now.stream()
                .map(it ->
                        switch (underway.get(it.id())) {
                            case null -> it;
                            case Underway.Leaving() -> it.leaving();
                            case Underway.PutOff(var code, var next) ->
                                    it.with(new Message.Delay(code, next));
                        })
                .toList();
    }

    private Map<UUID, Notes.Note> notes(Collection<UUID> ids) {
        var notes = new HashMap<UUID, Notes.Note>();
        jdbc.sql("select * from conversation.note where id = any(:ids::uuid[])")
                .param("ids", column(ids))
                .query(Notes::note)
                .list()
                .forEach(note -> notes.put(note.id(), note));
        return notes;
    }

    private Map<UUID, Event> events(Collection<UUID> ids) {
        var events = new HashMap<UUID, Event>();
        jdbc.sql("select * from conversation.event where id = any(:ids::uuid[])")
                .param("ids", column(ids))
                .query((row, n) ->
                        new Event(
                                uuid(row, "id"),
                                row.getString("type"),
                                uuidOrNull(row, "actor_id"),
                                uuidOrNull(row, "subject_id"),
                                instantOrNull(row, "until"),
                                instant(row, "at")))
                .list()
                .forEach(event -> events.put(event.id(), event));
        return events;
    }

    /** Where the conversations stand that a file was sent in; of a file not yet sent, nothing. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Conversation.Place>> placesOfMedia(Collection<UUID> media) {
        return media.isEmpty() ? Map.of() : messages.placesOfMedia(media);
    }

    private record Shown(Conversation.Place place, boolean isWithheld) {}

    /**
     * Whoever has just uploaded a file, and nobody else, knows its id before it is sent. What was
     * taken back everywhere is for nobody.
     */
    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(SignedIn caller, MediaId id) {
        var shown =
                jdbc.sql(
                                """
                                select c.department_id, c.assignee_id, f.withheld from conversation.shared_file f
                                    join conversation.conversation c
                                        on c.tenant_id = f.tenant_id and c.id = f.conversation_id
                                where f.media_id = :media
                                """)
                        .param("media", id.value())
                        .query((row, n) ->
                                new Shown(ConversationStore.place(row), row.getBoolean("withheld")))
                        .list();
        var open = shown.stream().filter(it -> !it.isWithheld()).toList();
        return shown.isEmpty()
                || open.stream().anyMatch(it -> it.place().isWithin(caller, READ_CONVERSATIONS))
                || !open.isEmpty() && kept.mayRead(caller, id);
    }

    /** What messages answer, by their id, where that was said with the same contact. */
    @Transactional(readOnly = true)
    public Map<UUID, Message> quoted(Collection<Message> by) {
        var quoting =
                by.stream()
                        .filter(it -> it.context() != null && it.context().quotes() != null)
                        .map(Message::id)
                        .toList();
        if (quoting.isEmpty()) {
            return Map.of();
        }
        var quoted = messages.quoted(quoting);
        var now = new HashMap<UUID, Message>();
        afterwords.applied(List.copyOf(quoted.values())).forEach(it -> now.put(it.id(), it));
        quoted.replaceAll((message, before) -> now.get(before.id()));
        return quoted;
    }

    /** Messages by id, for the last words of a list of conversations. */
    @Transactional(readOnly = true)
    public Map<UUID, Message> find(Collection<UUID> ids) {
        var found = new HashMap<UUID, Message>();
        if (!ids.isEmpty()) {
            asTheyStand(messages.find(ids)).forEach(message -> found.put(message.id(), message));
        }
        return found;
    }
}
