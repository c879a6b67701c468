package io.moked.broadcast.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.broadcast.Broadcast;
import io.moked.broadcast.BroadcastId;
import io.moked.broadcast.Broadcasts;
import io.moked.broadcast.Drafting;
import io.moked.broadcast.web.BroadcastViews.BroadcastView;
import io.moked.broadcast.web.BroadcastViews.RecipientView;
import io.moked.kernel.Invalid;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One template to many contacts. */
@RestController
@RequestMapping("/api/v1/broadcasts")
class BroadcastsController {

    private final Broadcasts broadcasts;
    private final Drafting drafting;
    private final PlanReader plans;
    private final BroadcastViews views;

    BroadcastsController(
            Broadcasts broadcasts, Drafting drafting, PlanReader plans, BroadcastViews views) {
        this.broadcasts = broadcasts;
        this.drafting = drafting;
        this.plans = plans;
        this.views = views;
    }

    /** Broadcasts with what came of them so far, newest first. */
    @GetMapping
    @Requires(Permission.SEND_BROADCASTS)
    Slice<BroadcastView> list(
            SignedIn caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var slice = broadcasts.list(Page.of(cursor, limit));
        return new Slice<>(views.of(slice.items(), caller), slice.next());
    }

    /**
     * What a broadcast would be: how many it is for, who of them would be left out and why, what
     * the first would be sent. Nothing is kept. 409 {@code template-not-sendable} or {@code
     * template-of-another-number}.
     */
    @PostMapping("/drafts")
    @Requires(Permission.SEND_BROADCASTS)
    BroadcastViews.DraftView draft(@Valid @RequestBody NewBroadcast wanted) {
        return views.of(drafting.draft(plans.read(wanted)));
    }

    /**
     * Has a broadcast sent, at its time or at once: 201, or 200 with the same broadcast for a
     * {@code clientId} seen before. Each recipient is sent it once. 409 {@code
     * broadcast-to-nobody}, {@code template-not-sendable}, {@code template-of-another-number} or
     * {@code channel-ended}; 413 {@code broadcast-too-large}.
     */
    @PostMapping
    @Requires(value = Permission.SEND_BROADCASTS, fresh = true)
    ResponseEntity<BroadcastView> plan(SignedIn caller, @Valid @RequestBody NewBroadcast wanted) {
        var planned = broadcasts.plan(wanted.clientId(), plans.read(wanted), caller.user());
        return ResponseEntity.status(planned.isNew() ? 201 : 200)
                .body(view(planned.broadcast(), caller));
    }

    /** One broadcast, with what came of it so far. */
    @GetMapping("/{id}")
    @Requires(Permission.SEND_BROADCASTS)
    BroadcastView one(SignedIn caller, @PathVariable UUID id) {
        return view(broadcasts.find(new BroadcastId(id)), caller);
    }

    /**
     * Whom it is for, and how that went.
     *
     * @param state one of {@code waiting}, {@code skipped}, {@code queued}, {@code unconfirmed},
     *     {@code sent}, {@code failed}, {@code delivered} and {@code read}
     * @param replied only those who have written since
     */
    @GetMapping("/{id}/recipients")
    @Requires(Permission.SEND_BROADCASTS)
    Slice<RecipientView> recipients(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "false") boolean replied,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (state != null && !Broadcasts.STATES.contains(state)) {
            throw new Invalid("state", "unknown-value");
        }
        var slice =
                broadcasts.recipients(new BroadcastId(id), state, replied, Page.of(cursor, limit));
        return new Slice<>(views.ofRecipients(slice.items()), slice.next());
    }

    /** Sends nothing more of it for now. 409 {@code broadcast-not-turned} unless it runs. */
    @PostMapping("/{id}/pause")
    @Requires(Permission.SEND_BROADCASTS)
    BroadcastView pause(SignedIn caller, @PathVariable UUID id) {
        return view(broadcasts.pause(new BroadcastId(id), caller.user()), caller);
    }

    /** Goes on where it was. 409 {@code broadcast-not-turned} unless it is paused. */
    @DeleteMapping("/{id}/pause")
    @Requires(Permission.SEND_BROADCASTS)
    BroadcastView resume(SignedIn caller, @PathVariable UUID id) {
        return view(broadcasts.resume(new BroadcastId(id), caller.user()), caller);
    }

    /** Sends nothing of it any more. 409 {@code broadcast-not-turned} where it is over. */
    @PostMapping("/{id}/cancellation")
    @Requires(Permission.SEND_BROADCASTS)
    BroadcastView cancel(SignedIn caller, @PathVariable UUID id) {
        return view(broadcasts.cancel(new BroadcastId(id), caller.user()), caller);
    }

    private BroadcastView view(Broadcast broadcast, SignedIn caller) {
        return views.of(List.of(broadcast), caller).getFirst();
    }
}
