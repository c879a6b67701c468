package io.moked.intake;

import io.moked.channel.DeliveryReceipt;
import io.moked.channel.InboundHandler;
import io.moked.channel.InboundMessage;
import io.moked.contact.Contacts;
import io.moked.conversation.Incoming;
import io.moked.conversation.Receipts;
import io.moked.routing.Queues;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happens between a contact's message and the first answer to it. */
@Component
class Intake implements InboundHandler {

    private final Contacts contacts;
    private final Incoming incoming;
    private final Receipts receipts;
    private final Queues queues;
    private final Clock clock;

    Intake(Contacts contacts, Incoming incoming, Receipts receipts, Queues queues, Clock clock) {
        this.contacts = contacts;
        this.incoming = incoming;
        this.receipts = receipts;
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void receive(List<InboundMessage> messages, List<DeliveryReceipt> delivered) {
        if (!messages.isEmpty()) {
            var writers = contacts.recognize(messages, clock.instant());
            var recognized =
                    IntStream.range(0, messages.size())
                            .mapToObj(n -> new Incoming.Recognized(writers.get(n), messages.get(n)))
                            .toList();
            incoming.record(recognized, queues.ofNewcomers().orElse(null));
        }
        receipts.take(delivered);
    }
}
