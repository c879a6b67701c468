package io.moked.bench.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void readsOneAnswerAfterTheOther() throws IOException {
        var in =
                answers(
                        "HTTP/1.1 503 \r\ncontent-length: 4\r\n\r\nbusy"
                                + "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 0\r\n\r\n");

        assertThat(Answer.read(in)).isEqualTo(new Answer(503, false));
        assertThat(Answer.read(in)).isEqualTo(new Answer(200, false));
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void readsAnAnswerWithoutReason() throws IOException {
        assertThat(Answer.read(answers("HTTP/1.1 204\r\n\r\n")).status()).isEqualTo(204);
    }

    @Test
    void noticesTheLastAnswerOfAConnection() throws IOException {
        var in = answers("HTTP/1.1 200\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(Answer.read(in)).isEqualTo(new Answer(200, true));
    }

    @Test
    void doesNotTakeASilentConnectionForAnAnswer() {
        assertThatThrownBy(() -> Answer.read(answers("HTTP/1.1 200\r\nContent-Le")))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void refusesWhatItCannotMeasure() {
        assertThatThrownBy(() -> Answer.read(answers("HTTP/1.1 200\r\n\r\n")))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> Answer.read(answers("SSH-2.0-OpenSSH\r\n\r\n")))
                .isInstanceOf(ProtocolException.class);
    }

    private static InputStream answers(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }
}
