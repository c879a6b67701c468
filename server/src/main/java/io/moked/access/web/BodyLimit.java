package io.moked.access.web;

import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads no more of a request's JSON than anybody can mean. */
@ControllerAdvice
class BodyLimit extends RequestBodyAdviceAdapter {

    private record Whole(InputStream body, HttpHeaders headers) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        int most = Limit.JSON_BYTES.value();
        var bytes = message.getBody().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Invalid("body", "out-of-range");
        }
        return new Whole(new ByteArrayInputStream(bytes), message.getHeaders());
    }
}
