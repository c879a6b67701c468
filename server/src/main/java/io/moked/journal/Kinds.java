package io.moked.journal;

import java.util.Set;

/**
 * Everything that can happen. Whoever tells of something new adds its name here; the API's
 * description then lists it, and the console asks for words.
 */
public final class Kinds {

    public static final Set<String> ALL =
            Set.of(
                    "access.address-changed",
                    "access.password-changed",
                    "access.role-added",
                    "access.role-changed",
                    "access.role-removed",
                    "access.roles-changed",
                    "access.session-ended",
                    "access.sign-in-failed",
                    "access.signed-in",
                    "access.signed-out",
                    "access.tenant-closed",
                    "access.tenant-opened",
                    "access.token-issued",
                    "access.token-revoked",
                    "access.user-activated",
                    "access.user-changed",
                    "access.user-deactivated",
                    "access.user-invited",
                    "access.user-reactivated",
                    "audit.exported",
                    "channel.connected",
                    "conversation.assigned",
                    "conversation.device-changed",
                    "conversation.labeled",
                    "conversation.message-changed",
                    "conversation.message-received",
                    "conversation.message-status",
                    "conversation.noted",
                    "conversation.number-changed",
                    "conversation.opened",
                    "conversation.queued",
                    "conversation.read",
                    "conversation.reopened",
                    "conversation.reply-queued",
                    "conversation.resolved",
                    "conversation.unassigned",
                    "invitation.address-change-asked",
                    "invitation.password-reset-asked",
                    "invitation.sent",
                    "media.arrived",
                    "media.failed",
                    "media.infected",
                    "media.ready",
                    "media.retried",
                    "operations.dead-letter-discarded",
                    "operations.dead-letter-replayed",
                    "operations.tenant-founded",
                    "operations.tenant-turned",
                    "signin.confirmation-failed",
                    "signin.factor-added",
                    "signin.factor-removed",
                    "signin.factors-removed",
                    "signin.policy-changed",
                    "signin.recovery-codes-renewed",
                    "signin.second-factor-failed",
                    "template.changed",
                    "template.edited",
                    "template.removed",
                    "template.submitted");

    private Kinds() {}
}
