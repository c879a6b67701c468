package io.moked.access.web;

import io.moked.access.ApiTokens;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs; each acts in the name of the user who made it. */
@RestController
@RequestMapping("/api/v1/api-tokens")
class ApiTokensController {

    private final ApiTokens tokens;

    ApiTokensController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A token to be made.
     *
     * @param permissions what it may do; all that the caller may if left out
     * @param expiresAt when it ends; in 90 days if left out, in a year at the latest
     */
    record NewToken(
            @NotBlank @Size(max = 200) String name,
            @Size(min = 1) @Nullable Set<@NotNull Permission> permissions,
            @Nullable Instant expiresAt) {}

    /** All tokens of the tenant, without their secrets. */
    @GetMapping
    @Requires(Permission.MANAGE_API_TOKENS)
    Slice<ApiTokens.ApiToken> list() {
        return Slice.whole(tokens.all());
    }

    /**
     * Makes a token; its secret is in this answer and never again. It ends with its user, and never
     * may more than they. 403 {@code beyond-own-permissions}, and {@code people-only} for programs:
     * no token outlives its end by making another.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.MANAGE_API_TOKENS, fresh = true, inPerson = true)
    ApiTokens.Issued issue(SignedIn caller, @Valid @RequestBody NewToken wanted) {
        return tokens.issue(
                caller, wanted.name().strip(), wanted.permissions(), wanted.expiresAt());
    }

    /** Ends a token at once. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_API_TOKENS, fresh = true)
    void revoke(SignedIn caller, @PathVariable UUID id) {
        tokens.revoke(caller.user(), id);
    }
}
