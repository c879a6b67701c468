package io.moked.operations.web;

import io.moked.access.Addresses;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.mail.Letters;
import io.moked.operations.Businesses;
import io.moked.operations.Businesses.Founded;
import io.moked.operations.Businesses.NewBusiness;
import io.moked.operations.Census;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.Tenant.State;
import io.moked.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The businesses of the platform, in names and numbers; never what people wrote. */
@RestController
@RequestMapping("/api/v1/tenants")
class TenantsController {

    private final Businesses businesses;
    private final Census census;

    TenantsController(Businesses businesses, Census census) {
        this.businesses = businesses;
        this.census = census;
    }

    record FirstAdministrator(
            @NotNull @Size(max = User.NAME_LENGTH) @Pattern(regexp = User.NAME) String name,
            @NotNull @Size(max = User.EMAIL_LENGTH) @Pattern(regexp = User.EMAIL) String email) {}

    record NewTenant(
            @NotNull @Size(max = User.NAME_LENGTH) @Pattern(regexp = User.NAME) String name,
            @NotNull @Pattern(regexp = User.LANGUAGE) String language,
            @NotNull @Valid FirstAdministrator administrator) {}

    record TenantState(@NotNull State state) {}

    /**
     * A business. Its numbers are of now, and of today in Greenwich.
     *
     * @param users who may come in
     * @param invited who have yet to choose a password
     */
    record TenantView(
            UUID id,
            String name,
            String language,
            State state,
            Instant stateSince,
            Instant createdAt,
            int users,
            int invited,
            int channels,
            int openConversations,
            int messagesToday) {

        static TenantView of(Census.Counted counted) {
            var business = counted.business();
            return new TenantView(
                    business.id().value(),
                    business.name(),
                    business.language(),
                    business.state(),
                    business.stateSince(),
                    business.createdAt(),
                    counted.users().active(),
                    counted.users().invited(),
                    counted.channels(),
                    counted.openConversations(),
                    counted.messagesToday());
        }
    }

    /**
     * A business just founded.
     *
     * @param mail how far the letter to its administrator is
     * @param link on which they choose a password, only where no mail server can take it
     */
    record FoundedTenant(TenantView tenant, Letters.State mail, @Nullable URI link) {}

    /** Businesses, the newest first. */
    @GetMapping
    @Requires(Permission.OPERATE)
    Slice<TenantView> list(
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        var slice = census.list(Page.of(cursor, limit));
        return new Slice<>(slice.items().stream().map(TenantView::of).toList(), slice.next());
    }

    /**
     * Mails the first administrator another link; the earlier one is void. 404 once somebody has
     * come, 429 {@code too-many-attempts} after three in an hour.
     */
    @PostMapping("/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.OPERATE, fresh = true)
    FoundedTenant inviteAgain(@PathVariable UUID id, HttpServletRequest request) {
        return view(businesses.inviteAgain(new TenantId(id), Addresses.of(request)));
    }

    /** Founds a business and mails its administrator a link. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.OPERATE, fresh = true)
    FoundedTenant found(SignedIn caller, @Valid @RequestBody NewTenant wanted) {
        var administrator = wanted.administrator();
        var founded =
                businesses.found(
                        new NewBusiness(
                                wanted.name().strip(),
                                wanted.language(),
                                administrator.name().strip(),
                                administrator.email().strip()),
                        caller);
        return view(founded);
    }

    private FoundedTenant view(Founded founded) {
        var invitation = founded.invitation();
        boolean isMailed = invitation.mail() != Letters.State.NOT_SET_UP;
        return new FoundedTenant(
                view(founded.business()),
                invitation.mail(),
                isMailed ? null : invitation.address());
    }

    /**
     * Suspends a business ({@code suspended}: nobody comes in, what contacts write is kept for when
     * it comes back), ends its subscription ({@code ended}: nothing more is taken), or lets it in
     * again ({@code active}).
     */
    @PutMapping("/{id}/state")
    @Requires(value = Permission.OPERATE, fresh = true)
    TenantView turn(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody TenantState wanted) {
        return view(businesses.turn(new TenantId(id), wanted.state(), caller));
    }

    private TenantView view(Tenant business) {
        return TenantView.of(census.count(business));
    }
}
