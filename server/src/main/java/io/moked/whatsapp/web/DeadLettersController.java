package io.moked.whatsapp.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.whatsapp.DeadLetters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries that could not be worked through, for the operator; never their content. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLettersController {

    private final DeadLetters deadLetters;

    DeadLettersController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Those that failed last first. */
    @GetMapping
    @Requires(Permission.OPERATE)
    Slice<DeadLetters.DeadLetter> list(
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        return deadLetters.list(Page.of(cursor, limit));
    }

    /** Works one through once more; if it fails again it comes back here. */
    @PostMapping("/{id}/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.OPERATE)
    void replay(@PathVariable UUID id) {
        deadLetters.replay(id);
    }

    /** Throws one away for good. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OPERATE)
    void discard(@PathVariable UUID id) {
        deadLetters.discard(id);
    }
}
