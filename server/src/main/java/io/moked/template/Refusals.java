package io.moked.template;

import io.moked.kernel.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a template is not sent, made or changed. */
final class Refusals {

    private Refusals() {}

    /** Meta takes no message made from it at the moment. */
    static final class TemplateNotSendable extends Refusal {
        TemplateNotSendable(String status) {
            super(Kind.CONFLICT, "template-not-sendable", Map.of("status", status));
        }
    }

    /** It has a part that takes values which nothing here can give. */
    static final class TemplateUnfillable extends Refusal {
        TemplateUnfillable(String part) {
            super(Kind.CONFLICT, "template-unfillable", Map.of("part", part));
        }
    }

    /** It is one of another account than the number's. */
    static final class TemplateOfAnotherNumber extends Refusal {
        TemplateOfAnotherNumber() {
            super(Kind.CONFLICT, "template-of-another-number");
        }
    }

    /** Meta declined, in its words, and where that is known says of which field. */
    static final class TemplateDeclined extends Refusal {
        TemplateDeclined(@Nullable String field, String reason) {
            super(Kind.CONFLICT, "template-declined", details(field, reason));
        }

        private static Map<String, Object> details(@Nullable String field, String reason) {
            var details = new HashMap<String, Object>();
            details.put("reason", reason);
            if (field != null) {
                details.put("field", field);
            }
            return details;
        }
    }

    /** Somebody else has changed it since it was read. */
    static final class TemplateChanged extends Refusal {
        TemplateChanged() {
            super(Kind.CONFLICT, "template-changed");
        }
    }

    /** Meta allows changes of what is approved, rejected or paused only. */
    static final class TemplateNotEditable extends Refusal {
        TemplateNotEditable() {
            super(Kind.CONFLICT, "template-not-editable");
        }
    }

    /** Graph gave no answer; the template list shows what became of it once it answers again. */
    static final class TemplatesNotReached extends Refusal {
        TemplatesNotReached() {
            super(Kind.UNAVAILABLE, "templates-not-reached");
        }
    }
}
