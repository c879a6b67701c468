package io.moked.invitation;

import io.moked.access.UserId;
import io.moked.factor.Gate;
import io.moked.factor.Throttle;
import io.moked.tenancy.TenantScope;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often links are mailed: by who gets them, from which network, and for which business. */
@Component
class MailLimit {

    private final Throttle throttle;

    MailLimit(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Who wants a link; strangers who ask for new passwords leave the business its own share. */
    enum Reason {
        BUSINESS,
        STRANGER
    }

    /**
     * In the tenant's scope.
     *
     * @param from null where the network was counted before anybody knew the user
     */
    void enter(Reason reason, UserId user, @Nullable InetAddress from) {
        throttle.enter(Gate.MAIL, user.value().toString(), from);
        var tenant = TenantScope.current().value();
        throttle.enter(Gate.MAIL_OF_TENANT, reason + "/" + tenant, null);
    }
}
