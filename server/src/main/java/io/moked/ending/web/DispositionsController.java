package io.moked.ending.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.ending.Dispositions;
import io.moked.ending.Dispositions.Disposition;
import io.moked.kernel.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
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

/** Why conversations end, as the business names it. */
@RestController
@RequestMapping("/api/v1/dispositions")
class DispositionsController {

    private final Dispositions dispositions;

    DispositionsController(Dispositions dispositions) {
        this.dispositions = dispositions;
    }

    record DispositionView(UUID id, String name) {

        static DispositionView of(Disposition it) {
            return new DispositionView(it.id(), it.name());
        }
    }

    record WantedDisposition(@NotNull String name) {}

    record DispositionOrder(@NotNull List<@NotNull UUID> ids) {}

    /** Those to choose from, in their order. */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<DispositionView> list() {
        return views(dispositions.all());
    }

    /** Adds one at the end. 409 {@code disposition-name-taken}, {@code too-many-dispositions}. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    DispositionView add(SignedIn caller, @Valid @RequestBody WantedDisposition wanted) {
        return DispositionView.of(dispositions.add(wanted.name(), caller));
    }

    /** Puts all of them into an order. */
    @PutMapping("/order")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Slice<DispositionView> order(SignedIn caller, @Valid @RequestBody DispositionOrder wanted) {
        return views(dispositions.order(wanted.ids(), caller));
    }

    /** Calls it otherwise. 409 {@code disposition-name-taken}. */
    @PutMapping("/{id}")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    DispositionView rename(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedDisposition wanted) {
        return DispositionView.of(dispositions.rename(id, wanted.name(), caller));
    }

    /** Nobody chooses it any more; what it was chosen for keeps it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    void remove(SignedIn caller, @PathVariable UUID id) {
        dispositions.remove(id, caller);
    }

    private static Slice<DispositionView> views(List<Disposition> dispositions) {
        return Slice.whole(dispositions.stream().map(DispositionView::of).toList());
    }
}
