package io.moked.journal;

import java.util.Set;

/**
 * Everything that can happen. Whoever tells of something new adds its name here; the API's
 * description then lists it, and the console asks for words.
 */
public final class Kinds {

    public static final Set<String> ALL =
            Set.of(
                    "access.password-changed",
                    "access.session-ended",
                    "access.signed-in",
                    "access.signed-out",
                    "access.token-issued",
                    "access.token-revoked",
                    "channel.connected",
                    "conversation.assigned",
                    "conversation.labeled",
                    "conversation.message-received",
                    "conversation.message-status",
                    "conversation.noted",
                    "conversation.opened",
                    "conversation.queued",
                    "conversation.read",
                    "conversation.reopened",
                    "conversation.reply-queued",
                    "conversation.resolved",
                    "conversation.unassigned",
                    "media.failed",
                    "media.ready",
                    "signin.factor-added",
                    "signin.factor-removed",
                    "signin.factors-removed",
                    "signin.policy-changed",
                    "signin.recovery-codes-renewed",
                    "signin.second-factor-failed");

    private Kinds() {}
}
