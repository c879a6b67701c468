package io.moked.media;

import io.moked.egress.EgressGate;
import io.moked.egress.Recipient;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has files looked through for viruses by ClamAV's daemon (clamd(8), INSTREAM), where there is one.
 */
@Component
class Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_BYTES_OF_AN_ANSWER = 1_024;

    private final MediaSettings.Scanner settings;
    private final EgressGate gate;

    Scanner(MediaSettings settings, EgressGate gate) {
        this.settings = settings.scanner();
        this.gate = gate;
    }

    /** The scanner cannot be reached, or does not answer. */
    static final class Away extends IOException {

        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super("The scanner does not answer", cause);
        }
    }

    boolean isSetUp() {
        return !settings.host().isEmpty();
    }

    /**
     * Looks through a file.
     *
     * @throws Away if nobody can tell now
     */
    Media.Scan scan(InputStream file) throws IOException {
        var address = URI.create("clamd://" + settings.host() + ":" + settings.port());
        var recipient = Recipient.at("the virus scanner", address);
        try {
            return verdict(
                    gate.talk(
                            recipient,
                            address,
                            PATIENCE,
                            (answer, question) -> ask(file, answer, question)));
        } catch (IOException away) {
            throw new Away(away);
        }
    }

    private static String ask(InputStream file, InputStream answer, OutputStream question)
            throws IOException {
        try {
            tell(file, new DataOutputStream(question));
        } catch (IOException hungUp) {
            // It does so with a file that is too large for it, and has said so then.
            LOG.debug("The scanner does not want to hear more");
        }
        return new String(answer.readNBytes(MOST_BYTES_OF_AN_ANSWER), StandardCharsets.US_ASCII)
                .strip();
    }

    private static void tell(InputStream file, DataOutputStream question) throws IOException {
        question.writeBytes("nINSTREAM\n");
        var buffer = new byte[64 * 1024];
        for (int n = file.read(buffer); n > 0; n = file.read(buffer)) {
            question.writeInt(n);
            question.write(buffer, 0, n);
        }
        question.writeInt(0);
        question.flush();
    }

    private static Media.Scan verdict(String answer) throws IOException {
        if (answer.endsWith(" FOUND")) {
            return Media.Scan.INFECTED;
        }
        if (answer.equals("stream: OK")) {
            return Media.Scan.CLEAN;
        }
        if (answer.contains("size limit exceeded")) {
            return Media.Scan.NOT_SCANNED;
        }
        throw new IOException("The scanner says what nobody understands");
    }
}
