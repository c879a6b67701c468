package io.moked.conversation;

import io.moked.kernel.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Why the rules of a conversation decline what somebody asked. */
final class Refusals {

    private Refusals() {}

    /** More than a day has passed since the contact wrote: only a template may be sent. */
    static final class ServiceWindowClosed extends Refusal {
        ServiceWindowClosed() {
            super(Kind.CONFLICT, "service-window-closed");
        }
    }

    /** The conversation has ended; it must be reopened first. */
    static final class ConversationResolved extends Refusal {
        ConversationResolved() {
            super(Kind.CONFLICT, "conversation-resolved");
        }
    }

    /** A colleague was quicker, or has it anyway. */
    static final class AlreadyAssigned extends Refusal {

        /** Nobody has it, though the caller believed that somebody does. */
        AlreadyAssigned() {
            super(Kind.CONFLICT, "already-assigned");
        }

        AlreadyAssigned(UUID assignee, String name) {
            super(
                    Kind.CONFLICT,
                    "already-assigned",
                    Map.of("assignee", Map.of("id", assignee, "name", name)));
        }
    }

    /** Whoever it is to be given to may not answer. */
    static final class AssigneeCannotAnswer extends Refusal {
        AssigneeCannotAnswer() {
            super(Kind.CONFLICT, "assignee-cannot-answer");
        }
    }

    /** The contact has a newer conversation on this channel, which is open. */
    static final class AnotherIsOpen extends Refusal {
        AnotherIsOpen() {
            super(Kind.CONFLICT, "another-conversation-open");
        }
    }

    /** The network sends what somebody signs in with to phones only (Cloud API, error 131062). */
    static final class ContactPhoneUnknown extends Refusal {
        ContactPhoneUnknown() {
            super(Kind.CONFLICT, "contact-phone-unknown");
        }
    }

    /** The network keeps signs under messages of the last 30 days only. */
    static final class TooOldToReact extends Refusal {
        TooOldToReact() {
            super(Kind.CONFLICT, "too-old-to-react");
        }
    }

    /** Nobody knows yet whether it arrived; the network may still tell. */
    static final class StillInDoubt extends Refusal {
        StillInDoubt(Instant until) {
            super(Kind.CONFLICT, "still-in-doubt", Map.of("until", until));
        }
    }

    /** Something else was said with this id of the client's before. */
    static final class ClientIdUsed extends Refusal {
        ClientIdUsed() {
            super(Kind.CONFLICT, "client-id-used");
        }
    }

    /** It is marketing, and the contact has told the network that they want none. */
    static final class MarketingStopped extends Refusal {
        MarketingStopped() {
            super(Kind.CONFLICT, "marketing-stopped");
        }
    }

    /** Only a message that failed, or that nobody knows of, is sent again, and only once. */
    static final class NothingToRetry extends Refusal {
        NothingToRetry() {
            super(Kind.CONFLICT, "nothing-to-retry");
        }
    }
}
