package io.moked.access.web;

import io.moked.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Words a problem (RFC 9457) in the language of whoever meets it. */
@Component
class ProblemDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDocuments.class);
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("he"));

    private final MessageSource texts;

    ProblemDocuments(MessageSource texts) {
        this.texts = texts;
    }

    ResponseEntity<ProblemDetail> of(
            HttpServletRequest request, HttpStatus status, String code, Map<String, Object> more) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:moked:problem:" + code));
        problem.setTitle(status.getReasonPhrase());
        var text = texts.getMessage("refusal." + code, null, code, language(request));
        problem.setDetail(text == null ? code : filled(text, more));
        problem.setProperty("code", code);
        more.forEach(problem::setProperty);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (more.get("retryAfter") instanceof Long seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return new ResponseEntity<>(problem, headers, status);
    }

    /** A text may name what else is told, in braces. */
    private static String filled(String text, Map<String, Object> more) {
        var filled = text;
        for (var one : more.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", String.valueOf(one.getValue()));
        }
        return filled;
    }

    private static Locale language(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (accepted != null) {
            try {
                var best = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
                if (best != null) {
                    return best;
                }
            } catch (IllegalArgumentException malformed) {
                LOG.debug("A malformed Accept-Language counts as none");
            }
        }
        return request.getUserPrincipal() instanceof SignedIn caller
                ? Locale.of(caller.language())
                : Locale.ENGLISH;
    }
}
