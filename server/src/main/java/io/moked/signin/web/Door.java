package io.moked.signin.web;

import io.moked.access.Addresses;
import io.moked.access.Cookies;
import io.moked.access.Credential;
import io.moked.access.Credential.Standing;
import io.moked.access.Session.Origin;
import io.moked.access.SignedIn;
import io.moked.factor.Factor;
import io.moked.signin.KnownDevices;
import io.moked.signin.SecondFactors;
import io.moked.signin.SignIn.Opened;
import io.moked.signin.Visitor;
import io.moked.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where requests and sessions meet: who comes, the cookies they take along, and what they are told.
 */
@Component
class Door {

    private final Cookies cookies;
    private final KnownDevices devices;
    private final SecondFactors secondFactors;
    private final Clock clock;

    Door(Cookies cookies, KnownDevices devices, SecondFactors secondFactors, Clock clock) {
        this.cookies = cookies;
        this.devices = devices;
        this.secondFactors = secondFactors;
        this.clock = clock;
    }

    /**
     * The session of a browser.
     *
     * @param secondFactors what the user can show beside the password
     * @param confirmedUntil until when dangerous actions need no further confirmation
     */
    record OwnSession(
            Standing standing,
            List<Factor> secondFactors,
            Instant confirmedUntil,
            Instant endsAt,
            String language) {}

    Visitor visitor(HttpServletRequest request) {
        var userAgent = request.getHeader("User-Agent");
        return new Visitor(
                new Origin(
                        Browsers.browser(userAgent),
                        Browsers.system(userAgent),
                        Addresses.of(request)),
                name -> cookies.read(request, name).orElse(null));
    }

    /**
     * Hands the session's secret to the browser and, once it is complete, the mark of a known
     * device.
     */
    OwnSession enter(Opened opened, HttpServletResponse response) {
        var caller = opened.caller();
        setSecret(caller, opened.secret(), response);
        return TenantScope.call(
                caller.tenant(),
                () -> {
                    if (caller.credential().standing() == Standing.COMPLETE) {
                        var mark = devices.mark(caller.tenant(), caller.user());
                        cookies.set(response, mark.name(), mark.value(), mark.life());
                    }
                    return session(caller);
                });
    }

    void setSecret(SignedIn caller, String secret, HttpServletResponse response) {
        cookies.set(response, Cookies.SESSION, secret, left(caller.credential()));
    }

    void forget(HttpServletResponse response) {
        cookies.set(response, Cookies.SESSION, "", Duration.ZERO);
        response.addHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    OwnSession session(SignedIn caller) {
        var credential = caller.credential();
        return new OwnSession(
                always(credential.standing()),
                List.copyOf(secondFactors.of(caller.user())),
                always(credential.provenAt()).plus(Credential.FRESH),
                credential.endsAt(),
                caller.language());
    }

    private Duration left(Credential credential) {
        return Duration.between(clock.instant(), credential.endsAt());
    }

    /** What programs lack, sessions have. */
    private static <T> T always(@Nullable T ofSession) {
        if (ofSession == null) {
            throw new IllegalStateException("Not a session");
        }
        return ofSession;
    }
}
