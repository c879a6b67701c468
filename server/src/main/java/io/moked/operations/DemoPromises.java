package io.moked.operations;

import static io.moked.target.Urgency.HIGH;
import static io.moked.target.Urgency.LOW;
import static io.moked.target.Urgency.NORMAL;
import static io.moked.target.Urgency.URGENT;

import io.moked.access.UserId;
import io.moked.conversation.Conversation.Promise.Kind;
import io.moked.hours.OfficeHours;
import io.moked.hours.OfficeHours.Observance;
import io.moked.target.Agreements;
import io.moked.target.Pledge;
import io.moked.target.Urgency;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** What the businesses of the demo promise, in the hours they keep. */
final class DemoPromises {

    /** Minutes to a first answer; others come in half of them, and all is done in eight times. */
    private static final Map<Urgency, Integer> MINUTES =
            Map.of(URGENT, 10, HIGH, 30, NORMAL, 60, LOW, 240);

    private final Agreements agreements;
    private final OfficeHours hours;

    DemoPromises(ApplicationContext server) {
        this.agreements = server.getBean(Agreements.class);
        this.hours = server.getBean(OfficeHours.class);
    }

    void make(UUID department, UUID calendar, UserId by) {
        hours.setBusiness(Observance.of(calendar), by);
        var pledges =
                MINUTES.entrySet().stream()
                        .flatMap(it ->
                                Stream.of(
                                        pledge(
                                                department,
                                                it.getKey(),
                                                Kind.FIRST_RESPONSE,
                                                it.getValue()),
                                        pledge(
                                                department,
                                                it.getKey(),
                                                Kind.NEXT_RESPONSE,
                                                it.getValue() / 2),
                                        pledge(
                                                department,
                                                it.getKey(),
                                                Kind.RESOLUTION,
                                                it.getValue() * 8)))
                        .toList();
        agreements.replace(department, pledges, by);
    }

    private static Pledge pledge(UUID department, Urgency urgency, Kind kind, int minutes) {
        return new Pledge(department, urgency, kind, minutes);
    }
}
