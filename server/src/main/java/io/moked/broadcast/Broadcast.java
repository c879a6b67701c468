package io.moked.broadcast;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One template to many contacts, as it stands.
 *
 * @param plan with the time at which it starts
 * @param category of the template when it was planned, in Meta's word
 * @param pause why it is paused, if it is
 * @param isGathered whether all its recipients are written down
 * @param watchedFrom from when on failures and warnings count
 */
public record Broadcast(
        UUID id,
        Plan plan,
        String category,
        State state,
        @Nullable Pause pause,
        boolean isGathered,
        @Nullable UUID gatheredTo,
        Instant watchedFrom,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** The category whose messages contacts can refuse (Cloud API, "Template categorization"). */
    private static final String MARKETING = "MARKETING";

    /** What goes on with it. */
    public enum State {
        PLANNED,
        RUNNING,
        PAUSED,
        FINISHED,
        CANCELLED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isOver() {
            return this == FINISHED || this == CANCELLED;
        }
    }

    /** Why nothing of it is sent for now. */
    public enum Pause {
        /** Somebody wants it so. */
        BY_HAND,
        /** Meta takes no message made from the template. */
        TEMPLATE,
        /** Meta says that people complain of what the number sends. */
        NUMBER_QUALITY,
        /** Meta says that the number sends too much of what people do not want. */
        SPAM,
        /** Meta does not deliver a good part of it. */
        DECLINED,
        /** Meta takes nothing from the number. */
        NUMBER_STOPPED,
        /** The number is disconnected. */
        NUMBER_ENDED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Meta changes the category of templates, and it may be another in another language: as soon as
     * either says so, it can be refused.
     *
     * @param present of the template that is sent, as it is now
     */
    boolean isMarketing(String present) {
        return isOfMarketing(category) || isOfMarketing(present);
    }

    static boolean isOfMarketing(String category) {
        return category.equals(MARKETING);
    }
}
