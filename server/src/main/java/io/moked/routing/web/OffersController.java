package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.Slice;
import io.moked.routing.Departments;
import io.moked.routing.offer.Offer;
import io.moked.routing.offer.Offers;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an agent is asked to take. */
@RestController
@RequestMapping("/api/v1")
class OffersController {

    private final Offers offers;
    private final Departments departments;

    OffersController(Offers offers, Departments departments) {
        this.offers = offers;
        this.departments = departments;
    }

    /**
     * An offer.
     *
     * @param endsAt until when they can say yes; then another one is asked
     */
    record AgentOfferView(
            UUID id,
            UUID conversationId,
            UUID departmentId,
            String department,
            Instant madeAt,
            Instant endsAt) {}

    record TakenOffer(UUID conversationId) {}

    /** What the caller is asked to take, as far as it goes on; the oldest first. */
    @GetMapping("/me/offers")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    Slice<AgentOfferView> list(SignedIn caller) {
        var all = offers.to(caller.user());
        var names = departments.names(all.stream().map(Offer::line).collect(Collectors.toSet()));
        return Slice.whole(
                all.stream()
                        .map(it ->
                                new AgentOfferView(
                                        it.id(),
                                        it.conversation(),
                                        it.line(),
                                        names.getOrDefault(it.line(), ""),
                                        it.madeAt(),
                                        it.endsAt()))
                        .toList());
    }

    /**
     * Takes it; the room for it has been kept. 409 {@code offer-over} where it is too late, or it
     * went elsewhere.
     */
    @PostMapping("/offers/{id}/acceptance")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    TakenOffer accept(SignedIn caller, @PathVariable UUID id) {
        return new TakenOffer(offers.accept(id, caller));
    }

    /** Declines: another one is asked. */
    @DeleteMapping("/offers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void decline(SignedIn caller, @PathVariable UUID id) {
        offers.decline(id, caller);
    }
}
