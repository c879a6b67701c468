package io.moked.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * Looks for the token against forgery in its header only: to look among the parameters would mean
 * to read a whole upload of somebody unknown.
 */
final class TokenInHeader extends CsrfTokenRequestAttributeHandler {

    /** Without an attribute the token is made at once, and so is the cookie that tells it. */
    TokenInHeader() {
        setCsrfRequestAttributeName(null);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return request.getHeader(token.getHeaderName());
    }
}
