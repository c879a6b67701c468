package io.moked.canned;

import static java.util.stream.Collectors.toMap;

import io.moked.access.Names;
import io.moked.access.SignedIn;
import io.moked.canned.CannedReply.Place;
import io.moked.canned.CannedReply.Text;
import io.moked.conversation.Conversation.Departments;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.media.MediaAudience;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.Sendable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts that people keep to be sent again, for the tenant in scope. */
@Component
public class CannedReplies implements Names {

    private final CannedStore store;
    private final Departments departments;
    private final MediaLibrary library;
    private final MediaAudience audience;
    private final Journal journal;
    private final Ids ids;

    CannedReplies(
            CannedStore store,
            Departments departments,
            MediaLibrary library,
            MediaAudience audience,
            Journal journal,
            Ids ids) {
        this.store = store;
        this.departments = departments;
        this.library = library;
        this.audience = audience;
        this.journal = journal;
        this.ids = ids;
    }

    /** One as somebody wants it. */
    public record Draft(Place place, String name, List<Text> texts, @Nullable UUID media) {}

    /** Those that somebody finds; what they take most comes first. */
    @Transactional(readOnly = true)
    public List<CannedReply> of(SignedIn somebody) {
        var found =
                store.allFor(somebody.user()).stream()
                        .filter(it -> it.place().isOpenTo(somebody))
                        .toList();
        var texts = store.texts(found.stream().map(CannedReply::id).toList());
        return found.stream().map(it -> with(it, texts.getOrDefault(it.id(), List.of()))).toList();
    }

    private static CannedReply with(CannedReply it, List<Text> texts) {
        return new CannedReply(it.id(), it.place(), it.name(), texts, it.media(), it.uses());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        return store.allFor(reader.user()).stream()
                .filter(it -> things.contains(it.id()) && it.place().isOpenTo(reader))
                .collect(toMap(CannedReply::id, CannedReply::name));
    }

    @Transactional
    public CannedReply add(Draft wanted, SignedIn by) {
        var added = checked(ids.next(), wanted, by);
        checkRoom(wanted.place());
        keep(added);
        tell("canned.added", added.id(), added.place(), by);
        return find(added.id(), by);
    }

    /** Replaces all of it; it may go to another place as well. */
    @Transactional
    public CannedReply change(UUID id, Draft wanted, SignedIn by) {
        var before = mustKeep(id, by);
        var changed = checked(id, wanted, by);
        if ((before.owner() == null) != (wanted.place().owner() == null)) {
            checkRoom(wanted.place());
        }
        keep(changed);
        tell("canned.changed", id, before, by);
        if (!before.equals(changed.place())) {
            tell("canned.changed", id, changed.place(), by);
        }
        return find(id, by);
    }

    private CannedReply find(UUID id, SignedIn by) {
        return of(by).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    @Transactional
    public void remove(UUID id, SignedIn by) {
        var place = mustKeep(id, by);
        store.remove(id);
        tell("canned.removed", id, place, by);
    }

    /** Somebody takes it for a reply. */
    @Transactional
    public void take(UUID id, SignedIn by) {
        if (store.placeOf(id).filter(it -> it.isOpenTo(by)).isEmpty()) {
            throw new NotFound();
        }
        store.count(id, by.user());
    }

    private Place mustKeep(UUID id, SignedIn by) {
        var place = store.lock(id).filter(it -> it.isOpenTo(by)).orElseThrow(NotFound::new);
        if (!place.isKeptBy(by)) {
            throw new Refusals.CannedReplyOfOthers();
        }
        return place;
    }

    private CannedReply checked(UUID id, Draft wanted, SignedIn by) {
        var department = wanted.place().department();
        if (department != null && departments.names(List.of(department)).isEmpty()) {
            throw new Invalid("departmentId", "unknown");
        }
        if (!wanted.place().isKeptBy(by)) {
            throw new Refusals.CannedReplyOfOthers();
        }
        var texts = Wording.texts(wanted.texts(), charactersBeside(wanted.media(), by));
        if (texts.isEmpty() && wanted.media() == null) {
            throw new Invalid("texts", "missing");
        }
        return new CannedReply(
                id, wanted.place(), Wording.name(wanted.name()), texts, wanted.media(), 0);
    }

    /**
     * A file that somebody may not read is not there. Under sounds and stickers WhatsApp shows no
     * words, so they follow.
     */
    private Limit charactersBeside(@Nullable UUID media, SignedIn by) {
        if (media == null) {
            return Limit.TEXT_CHARACTERS;
        }
        var id = new MediaId(media);
        if (!audience.mayRead(by, id)) {
            throw new NotFound();
        }
        return switch (Sendable.of(library.ready(id).mimeType())) {
            case AUDIO, STICKER -> Limit.TEXT_CHARACTERS;
            case IMAGE, VIDEO, DOCUMENT -> Limit.CAPTION_CHARACTERS;
        };
    }

    private void checkRoom(Place place) {
        var most = place.owner() == null ? Limit.CANNED_REPLIES : Limit.OWN_CANNED_REPLIES;
        if (store.count(place.owner()) >= most.value()) {
            throw new Refusals.TooManyCannedReplies();
        }
    }

    private void keep(CannedReply reply) {
        try {
            store.put(reply);
        } catch (DuplicateKeyException taken) {
            throw new Refusals.CannedReplyNameTaken();
        }
    }

    /** What is somebody's own is news to them alone. */
    private void tell(String kind, UUID reply, Place place, SignedIn by) {
        journal.append(
                Fact.of(kind, reply).by(by.user().value()).with("notifiedId", place.owner()));
    }
}
