package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.conversation.ConversationId;
import io.moked.kernel.Slice;
import io.moked.routing.Handovers;
import io.moked.routing.Handovers.Handover;
import io.moked.routing.Transfers;
import io.moked.routing.Transfers.Destination;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Colleagues who are asked to take over a conversation; and everything of an agent at once. */
@RestController
@RequestMapping("/api/v1")
class HandoversController {

    private final Handovers handovers;
    private final Transfers transfers;
    private final Users users;

    HandoversController(Handovers handovers, Transfers transfers, Users users) {
        this.handovers = handovers;
        this.transfers = transfers;
        this.users = users;
    }

    record WantedHandover(@NotNull UUID agentId, @Nullable @Size(max = 10_000) String note) {}

    /**
     * A question to a colleague.
     *
     * @param endsAt until when they can say yes
     */
    record HandoverView(
            UUID id,
            UUID conversationId,
            HandoverParty askedBy,
            HandoverParty agent,
            String note,
            Instant askedAt,
            Instant endsAt) {}

    record HandoverParty(UUID id, String name) {}

    /**
     * Where everything of an agent goes; where neither is said, back into its own lines.
     *
     * @param departmentId a department
     * @param agentId or a colleague, whatever they hold
     */
    record WholeTransfer(@Nullable UUID departmentId, @Nullable UUID agentId) {}

    record Transferred(int count) {}

    /**
     * Asks a colleague whether they take over. Until they do, it stays with whoever has it. 409
     * {@code nobody-has-it}, {@code handover-asked}, and as for a transfer.
     */
    @PostMapping("/conversations/{id}/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    HandoverView ask(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedHandover wanted) {
        var note = wanted.note() == null ? "" : wanted.note().strip();
        var agent = new UserId(wanted.agentId());
        return views(List.of(handovers.ask(new ConversationId(id), agent, note, caller)))
                .getFirst();
    }

    /** What the caller is asked, and what they have asked, as far as it goes on. */
    @GetMapping("/me/handovers")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    Slice<HandoverView> list(SignedIn caller) {
        return Slice.whole(views(handovers.concerning(caller.user())));
    }

    /**
     * Takes over. 409 {@code handover-over} where it is too late, {@code capacity-reached} where
     * the caller has no room.
     */
    @PostMapping("/handovers/{id}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void accept(SignedIn caller, @PathVariable UUID id) {
        handovers.accept(id, caller);
    }

    /** Declines, or takes back what one has asked. */
    @DeleteMapping("/handovers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void end(SignedIn caller, @PathVariable UUID id) {
        handovers.end(id, caller);
    }

    /**
     * Gives everything that an agent has to a department, to a colleague, or back into its lines.
     */
    @PostMapping("/agents/{id}/conversations/transfer")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Transferred transferAll(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WholeTransfer wanted) {
        var agent = wanted.agentId() == null ? null : new UserId(wanted.agentId());
        var to = new Destination(wanted.departmentId(), agent);
        return new Transferred(transfers.all(new UserId(id), to, caller));
    }

    private List<HandoverView> views(List<Handover> handovers) {
        var people =
                handovers.stream()
                        .flatMap(it -> Stream.of(it.askedBy(), it.agent()))
                        .collect(Collectors.toSet());
        var names = users.names(people);
        return handovers.stream()
                .map(it ->
                        new HandoverView(
                                it.id(),
                                it.conversation(),
                                party(it.askedBy(), names),
                                party(it.agent(), names),
                                it.note(),
                                it.askedAt(),
                                it.endsAt()))
                .toList();
    }

    private static HandoverParty party(UUID id, Map<UUID, String> names) {
        return new HandoverParty(id, names.getOrDefault(id, ""));
    }
}
