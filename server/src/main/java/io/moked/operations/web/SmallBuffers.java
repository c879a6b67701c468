package io.moked.operations.web;

import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat keeps the buffers of a request and its response for as long as they are open, which for an
 * event stream is all day, and an event has a few hundred bytes. It cannot know beforehand which
 * request becomes a stream, so all have small ones: long bodies are read in more pieces, and an
 * answer of more than {@value #BYTES} bytes is on its way before it is complete. There are no more
 * connections than there is memory for: who comes then waits outside, instead of everybody inside.
 */
@Component
class SmallBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int BYTES = 2_048;

    private static final long MOST_CONNECTIONS = 20_000;
    private static final long BYTES_OF_A_CONNECTION = 80 * 1_024;
    private static final long BYTES_OF_THE_REST = 96 * 1_024 * 1_024;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(SmallAnswers.class.getName());
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", String.valueOf(BYTES));
            // What goes out bears the length of each piece, too.
            connector.setProperty("socket.appWriteBufSize", String.valueOf(2 * BYTES));
            var most = mostConnections(Runtime.getRuntime().maxMemory());
            connector.setProperty("maxConnections", String.valueOf(most));
        });
    }

    static long mostConnections(long heap) {
        return Math.clamp(
                (heap - BYTES_OF_THE_REST) / BYTES_OF_A_CONNECTION, 100, MOST_CONNECTIONS);
    }

    /** Named to Tomcat, which makes it. */
    public static final class SmallAnswers extends Http11NioProtocol {

        @Override
        public int getDesiredBufferSize() {
            return BYTES;
        }
    }
}
