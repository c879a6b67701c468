package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.node.ObjectNode;

/** A refusal in Meta's words. */
final class GraphError extends Refusal {

    private GraphError(int status, ObjectNode error) {
        super(Json.text(error, "message"), Answer.json(status, Json.object().set("error", error)));
    }

    /** An error of the Cloud API itself, with its details. */
    static GraphError of(int status, int code, String title, String details) {
        ObjectNode error = error(code, "(#" + code + ") " + title);
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        return traced(status, error);
    }

    /** A required part of a message is not there. */
    static GraphError missing(String parameter) {
        return of(
                400,
                131008,
                "Required parameter is missing",
                "Parameter '" + parameter + "' is required.");
    }

    /** A part of a message breaks a limit. */
    static GraphError invalid(String details) {
        return of(400, 131009, "Parameter value is not valid", details);
    }

    static GraphError parameter(String details) {
        return of(400, 100, "Invalid parameter", details);
    }

    /** Something Meta explains to people, as it does for accounts and templates. */
    static GraphError explained(int code, int subcode, String title, String message) {
        ObjectNode error =
                error(code, "Invalid parameter")
                        .put("error_subcode", subcode)
                        .put("is_transient", false)
                        .put("error_user_title", title)
                        .put("error_user_msg", message);
        return traced(400, error);
    }

    /** An error that says nothing but its message. */
    static GraphError plain(int status, int code, String message) {
        return traced(status, error(code, message));
    }

    static GraphError withSubcode(int status, int code, int subcode, String message) {
        return traced(status, error(code, message).put("error_subcode", subcode));
    }

    /** No call without a token, or with one that nobody has issued. */
    static GraphError token(String given) {
        return given.isEmpty()
                ? plain(401, 104, "An access token is required to request this resource.")
                : plain(401, 190, "Invalid OAuth access token - Cannot parse access token");
    }

    static GraphError tokenDead(int subcode) {
        String reason =
                switch (subcode) {
                    case 458 -> "The user has not authorized the application";
                    case 460 -> "The session has been invalidated because the user changed it";
                    case 467 -> "The session is invalid because the user logged out";
                    default -> "Session has expired";
                };
        return withSubcode(401, 190, subcode, "Error validating access token: " + reason);
    }

    /** The token lacks the permission to send. */
    static GraphError accessDenied() {
        return of(
                403,
                131005,
                "Access denied",
                "Permission is either not granted or has been removed.");
    }

    /** The token lacks a permission. */
    static GraphError permission(String scope) {
        return withSubcode(403, 200, 1349176, "(#200) Requires " + scope + " permission");
    }

    static GraphError unknownObject(String id) {
        ObjectNode error =
                error(
                        100,
                        "Unsupported request. Object with ID '"
                                + id
                                + "' does not exist, cannot be loaded due to missing permissions, or does"
                                + " not support this operation");
        return traced(400, error.put("type", "GraphMethodException").put("error_subcode", 33));
    }

    static GraphError transientFailure(int status) {
        return traced(
                status,
                error(2, "An unexpected error has occurred. Please retry your request later.")
                        .put("is_transient", true));
    }

    private static ObjectNode error(int code, String message) {
        return Json.object()
                .put("message", message)
                .put("type", "OAuthException")
                .put("code", code);
    }

    private static GraphError traced(int status, ObjectNode error) {
        byte[] trace = new byte[16];
        ThreadLocalRandom.current().nextBytes(trace);
        String id = "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(trace);
        return new GraphError(status, error.put("fbtrace_id", id));
    }
}
