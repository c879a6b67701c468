package io.moked.intake;

import io.moked.channel.Afterword;
import io.moked.channel.FromContact;
import io.moked.channel.IdentityChange;
import io.moked.channel.Inbound;
import io.moked.channel.InboundHandler;
import io.moked.channel.InboundMessage;
import io.moked.channel.Preference;
import io.moked.contact.Consents;
import io.moked.contact.Contacts;
import io.moked.conversation.Afterwords;
import io.moked.conversation.Incoming;
import io.moked.conversation.Receipts;
import io.moked.routing.Queues;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happens between a contact's message and the first answer to it. */
@Component
class Intake implements InboundHandler {

    private final Contacts contacts;
    private final Consents consents;
    private final Incoming incoming;
    private final Afterwords afterwords;
    private final Receipts receipts;
    private final Queues queues;
    private final Clock clock;

    Intake(
            Contacts contacts,
            Consents consents,
            Incoming incoming,
            Afterwords afterwords,
            Receipts receipts,
            Queues queues,
            Clock clock) {
        this.afterwords = afterwords;
        this.contacts = contacts;
        this.consents = consents;
        this.incoming = incoming;
        this.receipts = receipts;
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void receive(Inbound inbound) {
        var told = told(inbound);
        if (!told.isEmpty()) {
            var who = contacts.recognize(told, clock.instant());
            var messages = new ArrayList<Incoming.Recognized>();
            var words = new ArrayList<Consents.Word>();
            for (int n = 0; n < told.size(); n++) {
                switch (told.get(n)) {
                    case InboundMessage message ->
                            messages.add(new Incoming.Recognized(who.get(n), message));
                    case IdentityChange change -> afterwords.note(who.get(n), change);
                    case Preference it ->
                            words.add(
                                    new Consents.Word(
                                            who.get(n).value(), it.wantsMarketing(), it.at()));
                    case Afterword afterword -> {}
                }
            }
            consents.said(words);
            incoming.record(messages, queues.ofNewcomers().orElse(null));
            afterwords.take(inbound.afterwords());
        }
        receipts.take(inbound.receipts());
    }

    /** Who is known in another way from now on may write so in the same delivery. */
    private static List<FromContact> told(Inbound inbound) {
        return Stream.of(
                        inbound.changes(),
                        inbound.messages(),
                        inbound.afterwords(),
                        inbound.preferences())
                .<FromContact>flatMap(List::stream)
                .toList();
    }
}
