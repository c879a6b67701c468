package io.moked.access.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.Users;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    private final Users users;
    private final MeView view;

    MeController(Users users, MeView view) {
        this.users = users;
        this.view = view;
    }

    record Changes(@Pattern(regexp = "en|he") @Nullable String language) {}

    /** Who is signed in, where, and what they may do. */
    @GetMapping
    @Requires(Permission.OWN_ACCOUNT)
    MeView.Me show(SignedIn caller) {
        return view.of(caller);
    }

    /** Changes the language of the console and of the server's answers. */
    @PatchMapping
    @Requires(Permission.OWN_ACCOUNT)
    MeView.Me change(SignedIn caller, @Valid @RequestBody Changes changes) {
        if (changes.language() != null) {
            users.speak(caller.user(), changes.language());
        }
        return view.of(caller);
    }
}
