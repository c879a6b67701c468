package io.moked.invitation.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.invitation.AddressChanges;
import io.moked.invitation.AddressChanges.Waiting;
import io.moked.kernel.Slice;
import io.moked.mail.Letters;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** New addresses of users. */
@RestController
@RequestMapping("/api/v1/address-changes")
class AddressChangesController {

    private final AddressChanges changes;

    AddressChangesController(AddressChanges changes) {
        this.changes = changes;
    }

    /**
     * A new address that its user has yet to confirm.
     *
     * @param mail how far the letter is that went there; null once that is forgotten
     */
    record AddressChange(
            UUID userId, String email, Instant expiresAt, Letters.@Nullable State mail) {

        static AddressChange of(Waiting it) {
            return new AddressChange(it.user().value(), it.email(), it.expiresAt(), it.mail());
        }
    }

    /** New addresses that wait for their users, the newest first. */
    @GetMapping
    @Requires(Permission.MANAGE_USERS)
    Slice<AddressChange> list() {
        return Slice.whole(changes.all().stream().map(AddressChange::of).toList());
    }
}
