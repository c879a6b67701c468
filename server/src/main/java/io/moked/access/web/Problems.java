package io.moked.access.web;

import io.moked.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells every refusal and every failure as a problem document (RFC 9457), in the caller's language
 * and without inner details.
 */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ProblemDocuments documents;
    private final JsonMapper json;

    Problems(ProblemDocuments documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        return answer(request, status(refusal.kind()), refusal.code(), refusal.details());
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNKNOWN_CALLER -> HttpStatus.UNAUTHORIZED;
            case NOT_PERMITTED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case WRONG_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            MethodArgumentNotValidException invalid, HttpServletRequest request) {
        var errors =
                invalid.getBindingResult().getFieldErrors().stream()
                        .map(error ->
                                Map.of(
                                        "field", error.getField(),
                                        "message", String.valueOf(error.getCode())))
                        .toList();
        return answer(request, HttpStatus.BAD_REQUEST, "invalid-request", Map.of("errors", errors));
    }

    /** What does not read as what it should be: told to the caller, and never to the log. */
    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MethodArgumentTypeMismatchException.class,
        MultipartException.class,
        InvalidParameterException.class,
        DataIntegrityViolationException.class
    })
    ResponseEntity<ProblemDetail> unreadable(Exception unreadable, HttpServletRequest request) {
        LOG.debug("A request was unreadable: {}", unreadable.getClass().getSimpleName());
        var field = fieldOf(unreadable);
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                field.isEmpty() ? Map.of() : errors(field, "malformed"));
    }

    /** Where it is known; nothing where the whole body is no JSON. */
    private static String fieldOf(Exception unreadable) {
        if (unreadable instanceof MethodArgumentTypeMismatchException parameter) {
            return parameter.getName();
        }
        if (unreadable.getCause() instanceof JacksonException body) {
            return body.getPath().stream()
                    .map(it ->
                            it.getPropertyName() == null
                                    ? Integer.toString(it.getIndex())
                                    : it.getPropertyName())
                    .collect(Collectors.joining("."));
        }
        return "";
    }

    private static Map<String, Object> errors(String field, String message) {
        return Map.of("errors", List.of(Map.of("field", field, "message", message)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(
            MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return answer(request, HttpStatus.CONTENT_TOO_LARGE, "media-too-large", Map.of());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception away, HttpServletRequest request) {
        LOG.warn("A request failed at the database: {}", away.getClass().getSimpleName());
        LOG.debug("The failure was", away);
        return answer(request, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Map.of());
    }

    /**
     * The message of a database's failure may hold what somebody wrote, so only its class is told.
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseDeclined(
            DataAccessException failure, HttpServletRequest request) {
        LOG.error("A request failed at the database: {}", failure.getClass().getName());
        LOG.debug("The failure was", failure);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", Map.of());
    }

    /** What the framework itself declines, such as a missing parameter, and what nobody foresaw. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> other(Exception failure, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("A caller has gone: {}", failure.getClass().getSimpleName());
            return null;
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return answer(
                    request,
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    errors(missing.getParameterName(), "NotNull"));
        }
        if (failure instanceof ErrorResponse declined) {
            var status = HttpStatus.valueOf(declined.getStatusCode().value());
            return answer(request, status, code(status), Map.of());
        }
        LOG.error("A request failed", failure);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", Map.of());
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case CONTENT_TOO_LARGE -> "media-too-large";
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> "media-type-not-allowed";
            default -> "invalid-request";
        };
    }

    /** For filters, which stand before the handlers whose exceptions this class hears of. */
    void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(refused(refusal, request), response);
    }

    void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(answer(request, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Map.of()), response);
    }

    /** A request that changes something without showing the token of this console (CSRF). */
    void forged(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        write(answer(request, HttpStatus.FORBIDDEN, "csrf-token-required", Map.of()), response);
    }

    private void write(ResponseEntity<ProblemDetail> answer, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.getStatusCode().value());
        var wait = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }

    private ResponseEntity<ProblemDetail> answer(
            HttpServletRequest request, HttpStatus status, String code, Map<String, Object> more) {
        return documents.of(request, status, code, more);
    }
}
