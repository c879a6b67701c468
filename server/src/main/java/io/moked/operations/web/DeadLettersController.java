package io.moked.operations.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.operations.DeadLetterOffice;
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
    private final DeadLetterOffice office;

    DeadLettersController(DeadLetters deadLetters, DeadLetterOffice office) {
        this.deadLetters = deadLetters;
        this.office = office;
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
    void replay(SignedIn caller, @PathVariable UUID id) {
        office.replay(id, caller);
    }

    /** Throws one away for good. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.OPERATE, fresh = true)
    void discard(SignedIn caller, @PathVariable UUID id) {
        office.discard(id, caller);
    }
}
