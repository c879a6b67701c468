package io.moked.channel.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.channel.Courtesies;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether contacts see that they were read. */
@RestController
@RequestMapping("/api/v1/read-receipts")
class ReadReceiptsController {

    private final Courtesies courtesies;

    ReadReceiptsController(Courtesies courtesies) {
        this.courtesies = courtesies;
    }

    record ReadReceipts(boolean shown) {}

    record NewReadReceipts(@NotNull @Nullable Boolean shown) {}

    /**
     * Whether the business's contacts see that their messages were read, and that somebody writes.
     */
    @GetMapping
    @Requires(Permission.MANAGE_CHANNELS)
    ReadReceipts show() {
        return new ReadReceipts(courtesies.readReceipts());
    }

    /** Changes that, from the next message on. */
    @PutMapping
    @Requires(Permission.MANAGE_CHANNELS)
    ReadReceipts change(SignedIn caller, @Valid @RequestBody NewReadReceipts wanted) {
        courtesies.showReadReceipts(Boolean.TRUE.equals(wanted.shown()), caller);
        return show();
    }
}
