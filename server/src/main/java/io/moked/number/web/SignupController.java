package io.moked.number.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.number.Signup;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meta's embedded signup: owners of numbers connect them without a token in their hands. */
@RestController
@RequestMapping("/api/v1/channels/signup")
class SignupController {

    private final Signup signup;

    SignupController(Signup signup) {
        this.signup = signup;
    }

    /**
     * Meta's page.
     *
     * @param address to be opened with a {@code state} of the caller's; it comes back to the
     *     console with that and a {@code code}. Null where this installation has no signup
     */
    record SignupWindow(@Nullable URI address) {}

    record SignupCode(@NotBlank @Size(max = 2_000) String code) {}

    /**
     * What a signup came to.
     *
     * @param grant stands for the token where a number is looked at or connected, for half an hour
     */
    record SignupGrant(String grant, List<String> accountIds) {}

    /** Where an owner signs up. */
    @GetMapping
    @Requires(Permission.MANAGE_CHANNELS)
    SignupWindow window() {
        return new SignupWindow(signup.window().orElse(null));
    }

    /**
     * Changes the code that Meta's page came back with, within its half a minute. 409 {@code
     * meta-declined} with its {@code reason}; 503 {@code meta-not-reached}.
     */
    @PostMapping("/grants")
    @Requires(Permission.MANAGE_CHANNELS)
    SignupGrant exchange(@Valid @RequestBody SignupCode told) {
        var granted = signup.exchange(told.code());
        return new SignupGrant(granted.grant(), granted.accounts());
    }
}
