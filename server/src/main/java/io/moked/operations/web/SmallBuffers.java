package io.moked.operations.web;

import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat keeps the buffers of a request and its response for as long as they are open, which for an
 * event stream is all day, and an event has a few hundred bytes. It cannot know beforehand which
 * request becomes a stream, so all have small ones: long bodies are read in more pieces, and an
 * answer of more than {@value #BYTES} bytes is on its way before it is complete.
 */
@Component
class SmallBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int BYTES = 2_048;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(SmallAnswers.class.getName());
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", String.valueOf(BYTES));
            // What goes out bears the length of each piece, too.
            connector.setProperty("socket.appWriteBufSize", String.valueOf(2 * BYTES));
        });
    }

    /** Named to Tomcat, which makes it. */
    public static final class SmallAnswers extends Http11NioProtocol {

        @Override
        public int getDesiredBufferSize() {
            return BYTES;
        }
    }
}
