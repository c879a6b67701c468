package io.moked.operations.web;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows readiness and metrics to the operator and to programs in the operator's own network that
 * ask directly, and to nobody a proxy speaks for.
 */
@Component
class ForOperators extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isGuarded(request.getServletPath());
    }

    /** Compared as the servlet reads it, so that no other spelling leads past. */
    private static boolean isGuarded(String path) {
        return path.equals("/metrics")
                || path.equals("/health")
                || path.startsWith("/health/") && !path.equals("/health/live");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (isOperator(request) || isNeighbour(request)) {
            rest.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean isOperator(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof SignedIn caller
                && caller.may(Permission.OPERATE);
    }

    private static boolean isNeighbour(HttpServletRequest request) throws IOException {
        var address = InetAddress.getByName(request.getRemoteAddr());
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && (address.isLoopbackAddress() || address.isSiteLocalAddress());
    }
}
