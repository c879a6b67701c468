package io.moked.target;

import io.moked.conversation.Conversation.Promise.Kind;
import java.util.UUID;

/** Within so many minutes of its hours, a department answers conversations of a priority. */
public record Pledge(UUID department, Urgency urgency, Kind kind, int minutes) {

    /** What has one target only. */
    record Subject(UUID department, Urgency urgency, Kind kind) {}

    Subject subject() {
        return new Subject(department, urgency, kind);
    }
}
