package io.moked.canned.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.canned.CannedReplies;
import io.moked.canned.CannedReplies.Draft;
import io.moked.canned.CannedReply;
import io.moked.canned.CannedReply.Place;
import io.moked.canned.CannedReply.Text;
import io.moked.kernel.Invalid;
import io.moked.kernel.Slice;
import io.moked.media.FileView;
import io.moked.media.Media;
import io.moked.media.MediaLibrary;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Canned replies: texts that are kept to be sent again. */
@RestController
@RequestMapping("/api/v1/canned-replies")
class CannedRepliesController {

    private final CannedReplies replies;
    private final MediaLibrary library;

    CannedRepliesController(CannedReplies replies, MediaLibrary library) {
        this.replies = replies;
        this.library = library;
    }

    /** Whose a canned reply is. */
    enum CannedScope {
        OWN,
        DEPARTMENT,
        BUSINESS;

        static CannedScope of(Place it) {
            return it.owner() != null ? OWN : it.department() != null ? DEPARTMENT : BUSINESS;
        }

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What it says in one language.
     *
     * @param language BCP 47, such as {@code he} or {@code pt-BR}
     * @param body up to 4096 characters, or 1024 under a picture, video or document. {@code
     *     {{contact.name}}}, {@code {{contact.phone}}}, {@code {{agent.name}}}, {@code
     *     {{business.name}}} and {@code {{department.name}}} stand for what is known then, {@code
     *     {{ask:order number}}} for what whoever sends it fills in; whoever puts the text in
     *     replaces them
     */
    record CannedText(@NotNull String language, @NotNull String body) {}

    /**
     * One as somebody wants it.
     *
     * @param departmentId of scope {@code department} only
     * @param name a word, as it is typed behind a slash
     * @param texts one for each language; those that are blank are left out. None needs {@code
     *     mediaId}
     */
    record WantedCannedReply(
            @NotNull CannedScope scope,
            @Nullable UUID departmentId,
            @NotNull String name,
            @NotNull List<@NotNull @Valid CannedText> texts,
            @Nullable UUID mediaId) {

        Draft draft(SignedIn by) {
            var said = texts.stream().map(it -> new Text(it.language(), it.body())).toList();
            return new Draft(place(by), name, said, mediaId);
        }

        private Place place(SignedIn by) {
            if ((scope == CannedScope.DEPARTMENT) != (departmentId != null)) {
                throw new Invalid("departmentId", departmentId == null ? "missing" : "not-allowed");
            }
            return switch (scope) {
                case OWN -> Place.of(by.user());
                case DEPARTMENT -> Place.in(requireNonNull(departmentId));
                case BUSINESS -> Place.BUSINESS;
            };
        }
    }

    /**
     * A canned reply.
     *
     * @param uses how often it was taken, by whomever
     * @param changeable whether the caller may change and remove it
     */
    record CannedReplyView(
            UUID id,
            CannedScope scope,
            @Nullable UUID departmentId,
            String name,
            List<CannedText> texts,
            @Nullable FileView media,
            long uses,
            boolean changeable) {}

    /**
     * All that the caller may use: their own, those of departments they may answer for, and those
     * of the business. What they use most comes first.
     */
    @GetMapping
    @Requires(Permission.ANSWER_CONVERSATIONS)
    Slice<CannedReplyView> list(SignedIn caller) {
        return Slice.whole(views(replies.of(caller), caller));
    }

    /**
     * Keeps one: everybody their own, those of a department and of the business whoever may manage
     * canned replies there. 403 {@code canned-reply-of-others}, 409 {@code
     * canned-reply-name-taken}, {@code too-many-canned-replies}; 400 with {@code unknown-variable}
     * or {@code lone-brace} for a text that cannot be filled.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    CannedReplyView add(SignedIn caller, @Valid @RequestBody WantedCannedReply wanted) {
        return view(replies.add(wanted.draft(caller), caller), caller);
    }

    /** Replaces one, which may go to another scope; refused as when it was added. */
    @PutMapping("/{id}")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    CannedReplyView change(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedCannedReply wanted) {
        return view(replies.change(id, wanted.draft(caller), caller), caller);
    }

    /** Removes one; what was sent with it stays. 403 {@code canned-reply-of-others}. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void remove(SignedIn caller, @PathVariable UUID id) {
        replies.remove(id, caller);
    }

    /** Counts that the caller has taken it for a reply. */
    @PostMapping("/{id}/uses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void take(SignedIn caller, @PathVariable UUID id) {
        replies.take(id, caller);
    }

    private CannedReplyView view(CannedReply reply, SignedIn caller) {
        return views(List.of(reply), caller).getFirst();
    }

    private List<CannedReplyView> views(List<CannedReply> shown, SignedIn caller) {
        var files =
                library.describe(
                        shown.stream().map(CannedReply::media).filter(Objects::nonNull).toList());
        return shown.stream().map(it -> view(it, files, caller)).toList();
    }

    private static CannedReplyView view(CannedReply it, Map<UUID, Media> files, SignedIn caller) {
        var media = it.media() == null ? null : files.get(it.media());
        return new CannedReplyView(
                it.id(),
                CannedScope.of(it.place()),
                it.place().department(),
                it.name(),
                it.texts().stream().map(t -> new CannedText(t.language(), t.body())).toList(),
                media == null ? null : FileView.of(media),
                it.uses(),
                it.place().isKeptBy(caller));
    }
}
