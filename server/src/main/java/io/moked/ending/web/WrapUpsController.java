package io.moked.ending.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.ending.WrapUps;
import io.moked.kernel.Slice;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has left to do after conversations. */
@RestController
@RequestMapping("/api/v1/me/wrap-ups")
class WrapUpsController {

    private final WrapUps wrapUps;

    WrapUpsController(WrapUps wrapUps) {
        this.wrapUps = wrapUps;
    }

    /**
     * Work after a conversation.
     *
     * @param endsAt until when its room stays taken
     */
    record WrapUpView(UUID conversationId, Instant endsAt) {}

    /** Those that go on, the first to end first. */
    @GetMapping
    @Requires(Permission.ANSWER_CONVERSATIONS)
    Slice<WrapUpView> list(SignedIn caller) {
        return Slice.whole(
                wrapUps.of(caller.user()).stream()
                        .map(it -> new WrapUpView(it.conversation(), it.endsAt()))
                        .toList());
    }

    /** Is done with it before its time. 404 where nothing is left to do after that conversation. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void end(SignedIn caller, @PathVariable UUID id) {
        wrapUps.end(id, caller.user());
    }
}
