package io.moked.realtime.web;

import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat keeps the buffers of a request and its response for as long as they are open, which for a
 * stream is all day. An event has a few hundred bytes.
 */
@Component
class StreamBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int BYTES = 2_048;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(SmallAnswers.class.getName());
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", String.valueOf(BYTES));
            connector.setProperty("socket.appWriteBufSize", String.valueOf(2 * BYTES));
        });
    }

    /** Whatever is longer goes out in several pieces. */
    public static final class SmallAnswers extends Http11NioProtocol {

        @Override
        public int getDesiredBufferSize() {
            return BYTES;
        }
    }
}
