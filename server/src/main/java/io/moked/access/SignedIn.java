package io.moked.access;

import io.moked.access.Permissions.Reach;
import io.moked.tenancy.TenantId;
import java.security.Principal;

/** The caller of a request: a user in the console, or a program with a token of theirs. */
public record SignedIn(
        TenantId tenant,
        UserId user,
        String userName,
        String language,
        Permissions permissions,
        Credential credential)
        implements Principal {

    /** Somewhere at least; {@link #reach} says where. */
    public boolean may(Permission permission) {
        return permission.isOwn()
                ? credential.opens(permission)
                : credential.isComplete() && permissions.include(permission);
    }

    public Reach reach(Permission permission) {
        return may(permission) ? permissions.reach(permission) : Reach.NOTHING;
    }

    @Override
    public String getName() {
        return user.value().toString();
    }
}
