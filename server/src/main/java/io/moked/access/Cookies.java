package io.moked.access;

import io.moked.kernel.PublicUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Cookies out of reach for scripts. Where the installation is reached over HTTPS they bear the
 * {@code __Host-} prefix, so that no neighbouring host can set one (RFC 6265bis, 4.1.3.2), whatever
 * a proxy says of the single request.
 */
@Component
public class Cookies {

    /** Carries the secret of a session. */
    public static final String SESSION = "moked";

    private final PublicUrl url;

    Cookies(PublicUrl url) {
        this.url = url;
    }

    public Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, full(name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    public void set(HttpServletResponse response, String name, String value, Duration life) {
        var cookie =
                ResponseCookie.from(full(name), value)
                        .httpOnly(true)
                        .secure(url.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String full(String name) {
        return url.isSecure() ? "__Host-" + name : name;
    }
}
