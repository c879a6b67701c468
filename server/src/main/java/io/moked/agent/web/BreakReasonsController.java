package io.moked.agent.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.agent.BreakReason;
import io.moked.agent.BreakReasons;
import io.moked.kernel.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
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

/** Why agents are on a break. */
@RestController
@RequestMapping("/api/v1/break-reasons")
class BreakReasonsController {

    private final BreakReasons reasons;

    BreakReasonsController(BreakReasons reasons) {
        this.reasons = reasons;
    }

    /** Its name in both languages. */
    record WantedBreakReason(
            @NotNull @Size(max = 60) @Pattern(regexp = User.NAME) String english,
            @NotNull @Size(max = 60) @Pattern(regexp = User.NAME) String hebrew) {}

    /** Those there are to choose from, by name. */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<BreakReasonView> list() {
        return Slice.whole(
                reasons.all().stream()
                        .filter(it -> !it.removed())
                        .map(BreakReasonView::of)
                        .toList());
    }

    /** One more. 409 {@code break-reason-name-taken}, {@code too-many-break-reasons}. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    BreakReasonView add(SignedIn caller, @Valid @RequestBody WantedBreakReason wanted) {
        return BreakReasonView.of(
                reasons.add(wanted.english().strip(), wanted.hebrew().strip(), caller.user()));
    }

    /** Calls it otherwise, in what was, too. 409 {@code break-reason-name-taken}. */
    @PutMapping("/{id}")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    BreakReasonView rename(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedBreakReason wanted) {
        var reason = new BreakReason(id, wanted.english().strip(), wanted.hebrew().strip(), false);
        reasons.rename(reason, caller.user());
        return BreakReasonView.of(reason);
    }

    /** Nobody goes on a break for it any more; whoever is or was, still shows it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    void remove(SignedIn caller, @PathVariable UUID id) {
        reasons.remove(id, caller.user());
    }
}
