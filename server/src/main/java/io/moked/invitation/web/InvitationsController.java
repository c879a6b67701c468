package io.moked.invitation.web;

import io.moked.access.Addresses;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.Roles.WantedRole;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.UserAccounts.Invited;
import io.moked.access.UserId;
import io.moked.invitation.Invitations;
import io.moked.invitation.Invitations.Invitation;
import io.moked.kernel.Slice;
import io.moked.mail.Letters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inviting users. */
@RestController
@RequestMapping("/api/v1")
class InvitationsController {

    private final Invitations invitations;

    InvitationsController(Invitations invitations) {
        this.invitations = invitations;
    }

    /**
     * A role to be held.
     *
     * @param role the word of a standard role, or the id of one of the business's own
     * @param departments where; null for everywhere
     */
    record FirstRole(@NotBlank String role, @Nullable Set<@NotNull UUID> departments) {}

    record NewUser(
            @NotNull @Size(max = User.NAME_LENGTH) @Pattern(regexp = User.NAME) String name,
            @NotNull @Size(max = User.EMAIL_LENGTH) @Pattern(regexp = User.EMAIL) String email,
            @NotNull @Pattern(regexp = User.LANGUAGE) String language,
            @NotEmpty List<@Valid @NotNull FirstRole> roles) {

        Invited invited() {
            return new Invited(
                    name.strip(),
                    email.strip(),
                    language,
                    roles.stream().map(it -> new WantedRole(it.role(), it.departments())).toList());
        }
    }

    /**
     * An invitation that nobody has answered yet.
     *
     * @param mail how far its letter is
     * @param link only in the answer that made it, and only where no mail server can take it
     */
    record InvitationView(
            UUID userId,
            Instant sentAt,
            Instant expiresAt,
            Letters.State mail,
            @Nullable URI link) {

        static InvitationView of(Invitation it) {
            return new InvitationView(
                    it.user().value(), it.sentAt(), it.expiresAt(), it.mail(), it.address());
        }
    }

    /** Invitations that wait for an answer, the newest first. */
    @GetMapping("/invitations")
    @Requires(Permission.MANAGE_USERS)
    Slice<InvitationView> list() {
        return Slice.whole(invitations.all().stream().map(InvitationView::of).toList());
    }

    /**
     * Invites somebody: mails a link on which they choose a password within seven days. 403 {@code
     * beyond-own-permissions}, 409 {@code email-taken}, 429 {@code too-many-attempts} after twenty
     * such mails in an hour from one network, or sixty of one business.
     */
    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.MANAGE_USERS, fresh = true)
    InvitationView invite(
            SignedIn caller, @Valid @RequestBody NewUser user, HttpServletRequest request) {
        return InvitationView.of(invitations.invite(user.invited(), caller, Addresses.of(request)));
    }

    /**
     * Mails another link; the earlier one is void. 404 for whoever has come already, 429 {@code
     * too-many-attempts} after three in an hour.
     */
    @PostMapping("/users/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.MANAGE_USERS, fresh = true)
    InvitationView sendAgain(SignedIn caller, @PathVariable UUID id, HttpServletRequest request) {
        return InvitationView.of(
                invitations.sendAgain(new UserId(id), caller, Addresses.of(request)));
    }
}
