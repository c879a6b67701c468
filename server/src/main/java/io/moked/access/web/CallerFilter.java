package io.moked.access.web;

import io.moked.access.Addresses;
import io.moked.access.Callers;
import io.moked.access.Cookies;
import io.moked.access.SignedIn;
import io.moked.factor.Gate;
import io.moked.factor.Throttle;
import io.moked.kernel.Refusal;
import io.moked.tenancy.TenantScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls, by token or session, and does the rest of the request in their tenant. */
@Component
class CallerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final Cookies cookies;
    private final Throttle throttle;
    private final Problems problems;

    CallerFilter(Callers callers, Cookies cookies, Throttle throttle, Problems problems) {
        this.callers = callers;
        this.cookies = cookies;
        this.throttle = throttle;
        this.problems = problems;
    }

    static boolean carriesToken(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        return authorization != null && authorization.startsWith(BEARER);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        Optional<SignedIn> caller;
        try {
            caller = callerOf(request);
        } catch (DataAccessException | TransactionException away) {
            problems.unavailable(request, response);
            return;
        } catch (Refusal refusal) {
            problems.refuse(refusal, request, response);
            return;
        }
        if (caller.isEmpty()) {
            rest.doFilter(request, response);
        } else {
            inScope(caller.get(), as(caller.get(), request), response, rest);
        }
    }

    private static void inScope(
            SignedIn caller,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain rest)
            throws ServletException, IOException {
        try {
            TenantScope.call(
                    caller.tenant(),
                    () -> {
                        rest.doFilter(request, response);
                        return true;
                    });
        } catch (ServletException | IOException | RuntimeException declared) {
            throw declared;
        } catch (Exception undeclared) {
            throw new IllegalStateException("A filter throws nothing else", undeclared);
        }
    }

    private Optional<SignedIn> callerOf(HttpServletRequest request) {
        if (carriesToken(request)) {
            var secret = request.getHeader("Authorization").substring(BEARER.length());
            return callers.ofToken(secret).or(() -> unknownToken(request));
        }
        return cookies.read(request, Cookies.SESSION).flatMap(callers::ofSession);
    }

    /** Nobody guesses 256 bits, but nobody keeps us busy trying, either. */
    private Optional<SignedIn> unknownToken(HttpServletRequest request) {
        throttle.enter(Gate.API_TOKEN, null, Addresses.of(request));
        return Optional.empty();
    }

    private static HttpServletRequest as(SignedIn caller, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return caller;
            }
        };
    }
}
