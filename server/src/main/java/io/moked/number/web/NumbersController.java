package io.moked.number.web;

import static java.util.Objects.requireNonNullElse;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.channel.ChannelId;
import io.moked.number.Accounts;
import io.moked.number.Accounts.Step;
import io.moked.number.Signup;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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

/** Connecting numbers of WhatsApp, and how connected ones stand. */
@RestController
@RequestMapping("/api/v1/channels")
class NumbersController {

    private final Accounts accounts;
    private final Signup signup;

    NumbersController(Accounts accounts, Signup signup) {
        this.accounts = accounts;
        this.signup = signup;
    }

    /**
     * An account, and the token of a system user who may look after it.
     *
     * @param accountId Meta's id of the WhatsApp Business account
     * @param token of the system user
     * @param grant of a signup, instead of a token
     */
    record AccountAccess(
            @NotBlank String accountId,
            @Nullable @Size(max = 2_000) String token,
            @Nullable @Size(max = 4_000) String grant) {}

    /**
     * A number to be connected.
     *
     * @param name what it is called here
     * @param appId the app of one's own that delivers for it; without one, the platform's does
     * @param token of a system user
     * @param grant of a signup, instead of a token
     */
    record NewNumber(
            @NotBlank @Size(max = 200) String name,
            @NotBlank String accountId,
            @NotBlank String phoneNumberId,
            @Nullable @Size(max = 2_000) String token,
            @Nullable @Size(max = 4_000) String grant,
            @Nullable UUID appId) {}

    /** A number of an account, as Meta tells of it. */
    record AccountNumber(
            String phoneNumberId,
            String verifiedName,
            String displayPhoneNumber,
            @Nullable String quality,
            boolean registered) {}

    /**
     * What was looked at, in order; what builds on a step that failed is missing.
     *
     * @param tokenEndsAt when the token ends, if it does
     */
    record NumberCheck(
            List<Step> steps,
            @Nullable String accountName,
            @Nullable Instant tokenEndsAt,
            List<AccountNumber> numbers) {

        static NumberCheck of(Accounts.Check check) {
            return new NumberCheck(
                    check.steps(),
                    check.accountName(),
                    check.tokenEndsAt(),
                    check.numbers().stream()
                            .map(it ->
                                    new AccountNumber(
                                            it.id(),
                                            it.name(),
                                            it.address(),
                                            it.quality(),
                                            it.isRegistered()))
                            .toList());
        }
    }

    /** A number that is connected now. */
    record Connected(UUID id) {}

    /**
     * Asks Meta what a token is good for and which numbers an account has; keeps nothing. 503
     * {@code meta-not-reached}.
     */
    @PostMapping("/checks")
    @Requires(Permission.MANAGE_CHANNELS)
    NumberCheck check(@Valid @RequestBody AccountAccess access) {
        return NumberCheck.of(
                accounts.check(access.accountId(), token(access.token(), access.grant())));
    }

    /**
     * Connects a number: our app is subscribed to its account, and its token is kept encrypted and
     * never told again. The token has to be of the app that delivers for it. 409 {@code
     * number-not-connectable} with the step that {@code failed}, or {@code
     * channel-already-connected}; 503 {@code meta-not-reached}.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    Connected connect(@Valid @RequestBody NewNumber wanted) {
        var channel =
                accounts.connect(
                        new Accounts.Wanted(
                                wanted.name().strip(),
                                wanted.accountId(),
                                wanted.phoneNumberId(),
                                token(wanted.token(), wanted.grant()),
                                wanted.appId()));
        return new Connected(channel.id().value());
    }

    private String token(@Nullable String token, @Nullable String grant) {
        return grant == null ? requireNonNullElse(token, "") : signup.token(grant);
    }

    /** How a connected number stands with Meta at this moment. 503 {@code meta-not-reached}. */
    @GetMapping("/{id}/check")
    @Requires(Permission.MANAGE_CHANNELS)
    NumberCheck standing(@PathVariable UUID id) {
        return NumberCheck.of(accounts.standing(new ChannelId(id)));
    }
}
