package io.moked.intake;

import io.moked.channel.Afterword;
import io.moked.channel.FromContact;
import io.moked.channel.IdentityChange;
import io.moked.channel.Inbound;
import io.moked.channel.InboundHandler;
import io.moked.channel.InboundMessage;
import io.moked.channel.Listing;
import io.moked.channel.Overheard;
import io.moked.channel.Preference;
import io.moked.contact.Consents;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.Afterwords;
import io.moked.conversation.Incoming;
import io.moked.conversation.Receipts;
import io.moked.conversation.SaidElsewhere;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happens between a contact's message and the first answer to it. */
@Component
class Intake implements InboundHandler {

    private final Contacts contacts;
    private final Consents consents;
    private final Arrivals arrivals;
    private final SaidElsewhere elsewhere;
    private final Afterwords afterwords;
    private final Receipts receipts;
    private final Clock clock;

    Intake(
            Contacts contacts,
            Consents consents,
            Arrivals arrivals,
            SaidElsewhere elsewhere,
            Afterwords afterwords,
            Receipts receipts,
            Clock clock) {
        this.afterwords = afterwords;
        this.contacts = contacts;
        this.consents = consents;
        this.arrivals = arrivals;
        this.elsewhere = elsewhere;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void receive(Inbound inbound) {
        var told = inbound.told();
        if (!told.isEmpty()) {
            take(told, contacts.recognize(told, clock.instant()));
        }
        afterwords.take(inbound);
        receipts.take(inbound.receipts());
    }

    private void take(List<FromContact> told, List<ContactId> who) {
        var messages = new ArrayList<Incoming.Recognized>();
        var overheard = new ArrayList<SaidElsewhere.Recognized>();
        var words = new ArrayList<Consents.Word>();
        var names = new ArrayList<Contacts.Listed>();
        for (int n = 0; n < told.size(); n++) {
            var contact = who.get(n);
            switch (told.get(n)) {
                case InboundMessage message ->
                        messages.add(new Incoming.Recognized(contact, message));
                case Overheard message ->
                        overheard.add(new SaidElsewhere.Recognized(contact, message));
                case IdentityChange change -> afterwords.note(contact, change);
                case Preference it ->
                        words.add(new Consents.Word(contact.value(), it.wantsMarketing(), it.at()));
                case Listing it ->
                        names.add(new Contacts.Listed(contact.value(), it.name(), it.at()));
                case Afterword afterword -> {}
            }
        }
        consents.said(words);
        contacts.call(names);
        elsewhere.record(overheard);
        arrivals.take(messages);
    }
}
