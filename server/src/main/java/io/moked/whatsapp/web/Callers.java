package io.moked.whatsapp.web;

import io.moked.graph.MetaSettings;
import io.moked.metaapp.AppSigners;
import io.moked.metaapp.Signature;
import io.moked.metaapp.Signer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may call: the platform's app at one address, and each tenant's own at one that ends in its
 * key. Where a proxy asks callers for a certificate, Meta's has to be shown as well (Cloud API,
 * "Webhooks", mTLS).
 */
final class Callers {

    static final String ADDRESS = "/webhooks/whatsapp";
    private static final String META = "client.webhooks.fbclientcerts.com";

    private final Signer platform;
    private final AppSigners apps;
    private final String certificateHeader;

    Callers(MetaSettings settings, AppSigners apps) {
        this.platform =
                new Signer(
                        null,
                        Signature.by(List.of(settings.appSecret().split(","))),
                        settings.verifyToken());
        this.apps = apps;
        this.certificateHeader = settings.clientCertificateHeader();
    }

    boolean isMeta(HttpServletRequest request) {
        return certificateHeader.isEmpty() || META.equals(request.getHeader(certificateHeader));
    }

    /** Whose address this is; nobody's is not there. */
    @Nullable Signer at(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(ADDRESS)
                ? platform
                : path.startsWith(ADDRESS + "/")
                        ? apps.of(path.substring(ADDRESS.length() + 1)).orElse(null)
                        : null;
    }
}
