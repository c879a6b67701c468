package io.moked.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server this installation hands its letters to.
 *
 * @param host empty where there is none; letters wait then
 * @param user empty where the server asks for no password
 * @param from the sender's address, with a name before it if wanted: {@code Moked
 *     <moked@x.example>}
 */
@ConfigurationProperties("moked.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("STARTTLS") Tls tls) {

    /** How the way to the mail server is kept from others. */
    enum Tls {
        /** Agreed on before anything is said; a server that cannot is told nothing. */
        STARTTLS,
        /** From the first byte, usually at port 465. */
        IMPLICIT,
        /** Not at all: for a server on the same machine only. */
        OFF
    }
}
