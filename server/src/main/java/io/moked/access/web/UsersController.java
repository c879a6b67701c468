package io.moked.access.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.Role;
import io.moked.access.Users;
import io.moked.kernel.Slice;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The colleagues of a tenant. */
@RestController
@RequestMapping("/api/v1/users")
class UsersController {

    private final Users users;

    UsersController(Users users) {
        this.users = users;
    }

    record Colleague(UUID id, String name, Role role) {}

    /** Everyone who signs in for this tenant, by name. */
    @GetMapping
    @Requires(Permission.READ_USERS)
    Slice<Colleague> list() {
        return Slice.whole(
                users.all().stream()
                        .map(user -> new Colleague(user.id().value(), user.name(), user.role()))
                        .toList());
    }
}
