package io.moked.access;

import io.moked.tenancy.TenantId;
import java.security.Principal;

/** The caller of a request: a user in the console, or a program with a token of theirs. */
public record SignedIn(
        TenantId tenant,
        UserId user,
        String userName,
        String language,
        Role role,
        Credential credential)
        implements Principal {

    public boolean may(Permission permission) {
        return permission.isOwn()
                ? credential.opens(permission)
                : credential.isComplete() && role.permissions().contains(permission);
    }

    @Override
    public String getName() {
        return user.value().toString();
    }
}
