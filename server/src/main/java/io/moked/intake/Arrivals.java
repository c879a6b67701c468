package io.moked.intake;

import io.moked.conversation.Incoming;
import io.moked.greeting.Greetings;
import io.moked.routing.Queues;
import java.util.List;
import org.springframework.stereotype.Component;

/** Contacts' messages come into their conversations, and are greeted there. */
@Component
class Arrivals {

    private final Incoming incoming;
    private final Queues queues;
    private final Greetings greetings;

    Arrivals(Incoming incoming, Queues queues, Greetings greetings) {
        this.incoming = incoming;
        this.queues = queues;
        this.greetings = greetings;
    }

    void take(List<Incoming.Recognized> messages) {
        greetings.take(incoming.record(messages, queues.ofNewcomers().orElse(null)));
    }
}
