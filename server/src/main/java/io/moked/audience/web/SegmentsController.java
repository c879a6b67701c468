package io.moked.audience.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.audience.Segment;
import io.moked.audience.SegmentId;
import io.moked.audience.Segments;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.contact.Criteria;
import io.moked.kernel.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved choices of contacts. */
@RestController
@RequestMapping("/api/v1/segments")
class SegmentsController {

    private static final int SAMPLE = 10;

    private final Segments segments;
    private final Contacts contacts;

    SegmentsController(Segments segments, Contacts contacts) {
        this.segments = segments;
        this.contacts = contacts;
    }

    /**
     * A segment.
     *
     * @param members how many contacts are in it now
     */
    record SegmentView(UUID id, String name, Criteria criteria, int members, Instant changedAt) {}

    record NewSegment(@NotNull String name, @NotNull Criteria criteria) {}

    /** What is to be different; what is left out stays. */
    record SegmentChanges(@Nullable String name, @Nullable Criteria criteria) {}

    record Sampled(UUID id, @Nullable String name) {}

    /** What a segment would hold, and the first of them. */
    record SegmentSample(int members, List<Sampled> first) {}

    /** All segments, by name. */
    @GetMapping
    @Requires(Permission.MANAGE_AUDIENCES)
    Slice<SegmentView> list() {
        return Slice.whole(segments.all().stream().map(this::view).toList());
    }

    /** Saves a segment. 409 {@code segment-name-taken}. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.MANAGE_AUDIENCES)
    SegmentView add(SignedIn caller, @Valid @RequestBody NewSegment wanted) {
        return view(segments.add(wanted.name(), wanted.criteria(), caller.user()));
    }

    /** Changes a segment. 409 {@code segment-name-taken}. */
    @PatchMapping("/{id}")
    @Requires(Permission.MANAGE_AUDIENCES)
    SegmentView change(
            SignedIn caller, @PathVariable UUID id, @RequestBody SegmentChanges changes) {
        return view(
                segments.change(
                        new SegmentId(id), changes.name(), changes.criteria(), caller.user()));
    }

    /** Forgets a segment; the contacts in it stay. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_AUDIENCES)
    void remove(SignedIn caller, @PathVariable UUID id) {
        segments.remove(new SegmentId(id), caller.user());
    }

    /** How many are in a segment now, and the first of them. */
    @GetMapping("/{id}/sample")
    @Requires(Permission.MANAGE_AUDIENCES)
    SegmentSample sample(@PathVariable UUID id) {
        var segment = segments.find(new SegmentId(id));
        var first = segments.members(new SegmentId(id), null, SAMPLE);
        var found = contacts.find(first);
        return new SegmentSample(
                segments.count(segment.criteria()),
                first.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(it -> new Sampled(it.id(), called(it)))
                        .toList());
    }

    private static @Nullable String called(Contact contact) {
        return contact.name() == null && contact.phone() != null
                ? "+" + contact.phone()
                : contact.name();
    }

    private SegmentView view(Segment it) {
        return new SegmentView(
                it.id(), it.name(), it.criteria(), segments.count(it.criteria()), it.changedAt());
    }
}
