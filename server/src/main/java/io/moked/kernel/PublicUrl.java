package io.moked.kernel;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people find this installation, as its operator says. It decides about cookies and passkeys,
 * and is never taken from a request, whose headers anyone may write.
 */
@Component
public class PublicUrl {

    private final URI uri;

    PublicUrl(@Value("${moked.public-url}") URI uri) {
        this.uri = uri;
    }

    public boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    public String host() {
        return uri.getHost();
    }

    /** Scheme, host and port, as browsers say where a page is from. */
    public String origin() {
        boolean isUsual = uri.getPort() < 0 || uri.getPort() == (isSecure() ? 443 : 80);
        var port = isUsual ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }

    /** The address of a page of the console. */
    public String page(String path) {
        return origin() + path;
    }
}
