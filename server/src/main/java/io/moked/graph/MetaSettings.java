package io.moked.graph;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation speaks with Meta.
 *
 * @param appSecret of the Meta app; several, between commas, while one is being replaced
 * @param verifyToken what Meta shows when the webhook is registered
 * @param clientCertificateHeader in which a proxy tells whose certificate a caller has shown
 * @param graph where the Graph API is
 * @param version of the Graph API
 * @param files where the files are that Graph points to
 * @param appId of the Meta app; needed for embedded signup
 * @param signup the configuration of "Facebook Login for Business" that the signup uses
 * @param dialog where Meta's window of the signup is
 */
@ConfigurationProperties("moked.meta")
public record MetaSettings(
        @DefaultValue("") String appSecret,
        @DefaultValue("") String verifyToken,
        @DefaultValue("") String clientCertificateHeader,
        @DefaultValue("https://graph.facebook.com") URI graph,
        @DefaultValue("v24.0") String version,
        @DefaultValue("https://lookaside.fbsbx.com") URI files,
        @DefaultValue("") String appId,
        @DefaultValue("") String signup,
        @DefaultValue("https://www.facebook.com/dialog/oauth") URI dialog) {

    /** The one that our own calls are made with; the others are for what Meta still signs. */
    public String secret() {
        return appSecret.split(",", 2)[0].strip();
    }
}
