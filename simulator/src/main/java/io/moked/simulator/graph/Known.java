package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Meta's errors by their codes, for those that are asked for rather than earned. */
final class Known {

    private record Error(int status, String title, String details) {}

    private static final String MANY =
            "Message failed to send because there were too many messages sent from this phone"
                    + " number";

    private static final Map<Integer, Error> ERRORS =
            Map.ofEntries(
                    error(4, 400, "Application request limit reached", "Too many calls."),
                    error(10, 403, "Permission denied", "Permission is not granted."),
                    error(368, 403, "Temporarily blocked for policies violations", "Blocked."),
                    error(80007, 400, "Rate limit issues", "Too many calls for this account."),
                    error(130429, 400, "Rate limit hit", MANY + " in a short period of time"),
                    error(130472, 400, "User's number is part of an experiment", "Not sent."),
                    error(131000, 500, "Something went wrong", "An unknown error."),
                    error(131005, 403, "Access denied", "Permission has been removed."),
                    error(131016, 500, "Service unavailable", "Temporarily unavailable."),
                    error(131026, 400, "Message undeliverable", "Message Undeliverable."),
                    error(131030, 400, "Recipient phone number not in allowed list", "Add it."),
                    error(131031, 403, "Account has been locked", "Disabled or restricted."),
                    error(131037, 400, "Display name approval is needed", "No approved name."),
                    error(131042, 400, "Business eligibility payment issue", "No payment method."),
                    error(131045, 500, "Incorrect certificate", "A registration error."),
                    error(
                            131047,
                            400,
                            "Re-engagement message",
                            "Message failed to send because more than 24 hours have passed since"
                                    + " the customer last replied to this number."),
                    error(131048, 400, "Spam rate limit hit", MANY + " were blocked or flagged."),
                    error(
                            131049,
                            400,
                            "Meta chose not to deliver.",
                            "This message was not delivered to maintain healthy ecosystem"
                                    + " engagement."),
                    error(
                            131050,
                            400,
                            "Unable to deliver the message",
                            "This recipient has chosen to stop receiving marketing messages on"
                                    + " WhatsApp from your business."),
                    error(131051, 400, "Message type unknown", "Not supported."),
                    error(131053, 400, "Media upload error", "Unable to upload the media."),
                    error(
                            131056,
                            400,
                            "(Business Account, Consumer Account) pair rate limit hit",
                            "Message failed to send because there were too many messages sent"
                                    + " from this phone number to the same phone number in a short"
                                    + " period of time."),
                    error(131057, 500, "Account in maintenance mode", "Throughput upgrade."),
                    error(132015, 400, "Template is Paused", "Its quality is low."),
                    error(132016, 400, "Template is Disabled", "Its quality was too low."),
                    error(133004, 503, "Server Temporarily Unavailable", "Try again."),
                    error(133010, 400, "Phone number not registered", "Register it first."),
                    error(137000, 400, "Identity hash mismatch", "The person's keys changed."));

    private Known() {}

    private static Map.Entry<Integer, Error> error(
            int code, int status, String title, String details) {
        return Map.entry(code, new Error(status, title, details));
    }

    private static Error of(int code) {
        return ERRORS.getOrDefault(code, new Error(400, "An error of Meta's", "Asked for."));
    }

    /** The answer with this error; with Meta's own HTTP status unless another is given. */
    static GraphError error(int status, int code) {
        Error known = of(code);
        return GraphError.of(status == 0 ? known.status : status, code, known.title, known.details);
    }

    static GraphError error(int code) {
        return error(0, code);
    }

    /** The error as a failed status carries it. */
    static ObjectNode failure(int code) {
        return failure(code, of(code).details);
    }

    static ObjectNode failure(int code, String details) {
        String title = of(code).title;
        ObjectNode failure =
                Json.object().put("code", code).put("title", title).put("message", title);
        failure.putObject("error_data").put("details", details);
        return failure.put(
                "href",
                "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
    }
}
