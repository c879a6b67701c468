package io.moked.conversation;

import static java.util.Objects.requireNonNull;

import io.moked.channel.ChannelId;
import io.moked.channel.DeliveryReceipt;
import io.moked.contact.Consents;
import io.moked.conversation.early.EarlyReceipts;
import io.moked.conversation.price.Prices;
import io.moked.journal.Journal;
import io.moked.sending.Outbox;
import io.moked.sending.Parcel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Raises the status of our messages as the network tells how far they have come. */
@Component
public class Receipts {

    private final ReceiptStore store;
    private final Outbox outbox;
    private final ConversationStore conversations;
    private final Consents consents;
    private final Prices prices;
    private final EarlyReceipts waiting;
    private final Journal journal;
    private final Clock clock;

    Receipts(
            ReceiptStore store,
            Outbox outbox,
            ConversationStore conversations,
            Consents consents,
            Prices prices,
            EarlyReceipts waiting,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.conversations = conversations;
        this.consents = consents;
        this.prices = prices;
        this.waiting = waiting;
        this.journal = journal;
        this.clock = clock;
    }

    /** A receipt whose message is known. */
    record Matched(UUID message, DeliveryReceipt receipt) {}

    /** A message whose status rose. */
    record Risen(UUID message, UUID conversation, Message.Status status, @Nullable String code) {}

    /**
     * Takes receipts in any order and any number of times: a status only ever rises. One that is
     * about a message not known yet waits for it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(List<DeliveryReceipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        var highest = new HashMap<UUID, Matched>();
        var priced = new HashMap<UUID, DeliveryReceipt>();
        var early = sort(receipts, highest, priced);
        if (!early.isEmpty()) {
            // Whoever sends one may be telling its name at this very moment; one waits for the
            // other.
            store.lockNames(early.stream().map(DeliveryReceipt::externalId).toList());
            waiting.park(sort(early, highest, priced));
        }
        prices.keep(priced);
        raise(highest);
    }

    /**
     * Finds for each message what counts.
     *
     * @return those whose messages are not known
     */
    private List<DeliveryReceipt> sort(
            List<DeliveryReceipt> receipts,
            Map<UUID, Matched> highest,
            Map<UUID, DeliveryReceipt> priced) {
        var messages = store.messagesOf(receipts);
        var unknown = new ArrayList<DeliveryReceipt>();
        for (int n = 0; n < receipts.size(); n++) {
            var receipt = receipts.get(n);
            var message = messages.get(n);
            if (message == null) {
                unknown.add(receipt);
            } else {
                highest.merge(message, new Matched(message, receipt), Receipts::higher);
                Prices.collect(priced, message, receipt);
            }
        }
        return unknown;
    }

    private static Matched higher(Matched one, Matched other) {
        return one.receipt().status().compareTo(other.receipt().status()) >= 0 ? one : other;
    }

    private void raise(Map<UUID, Matched> highest) {
        // Before the messages are locked: whoever sends takes these rows in the same order.
        outbox.confirmed(List.copyOf(highest.keySet()));
        sendAgain(highest);
        var risen = store.raise(List.copyOf(highest.values()));
        noteOptOuts(highest, risen);
        journal.append(
                risen.stream()
                        .map(it ->
                                ThreadEvents.status(
                                        it.conversation(), it.message(), it.status(), it.code()))
                        .toList());
    }

    /**
     * That the window is closed while ours is open is the network's rare mistake (Cloud API, "Send
     * messages"), told later instead of at once. Whatever is not out of the outbox yet has failed.
     */
    private void sendAgain(Map<UUID, Matched> told) {
        var refused =
                told.values().stream()
                        .filter(it -> isForTheWindow(it.receipt().failure()))
                        .collect(Collectors.toMap(Matched::message, it -> it));
        if (refused.isEmpty()) {
            return;
        }
        outbox.holding(refused.keySet()).forEach(refused::remove);
        var openSince = clock.instant().minus(Conversation.SERVICE_WINDOW);
        var again = store.takeBack(List.copyOf(refused.values()), openSince);
        outbox.again(again.stream().map(Receipts::parcel).toList());
        again.forEach(it -> told.remove(it.message()));
        journal.append(
                again.stream()
                        .map(it ->
                                ThreadEvents.status(
                                        it.conversation(),
                                        it.message(),
                                        Message.Status.QUEUED,
                                        null))
                        .toList());
    }

    private static boolean isForTheWindow(DeliveryReceipt.@Nullable Failure failure) {
        return failure != null && failure.code().equals(DeliveryReceipt.Failure.WINDOW_CLOSED);
    }

    private static Parcel parcel(ReceiptStore.Again it) {
        return new Parcel(
                it.message(), new ChannelId(it.channel()), it.contact(), Parcel.Urgency.PROMPT);
    }

    private void noteOptOuts(Map<UUID, Matched> told, List<Risen> risen) {
        var conversations = new HashMap<UUID, Instant>();
        for (var it : risen) {
            var receipt = requireNonNull(told.get(it.message())).receipt();
            var failure = receipt.failure();
            if (failure != null && tellsOfAnOptOut(failure.code())) {
                conversations.merge(
                        it.conversation(),
                        receipt.at(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        noteOptOuts(conversations);
    }

    private static boolean tellsOfAnOptOut(String code) {
        return code.equals(DeliveryReceipt.Failure.MARKETING_STOPPED);
    }

    /** Those with whom these conversations are want no marketing, as was told then. */
    private void noteOptOuts(Map<UUID, Instant> told) {
        if (told.isEmpty()) {
            return;
        }
        consents.said(
                conversations.contacts(told.keySet()).entrySet().stream()
                        .map(it ->
                                new Consents.Word(
                                        it.getValue(),
                                        false,
                                        requireNonNull(told.get(it.getKey()))))
                        .toList());
    }

    /** Gives a message its network id and applies what came too early for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void nameKnown(UUID message, String externalId) {
        store.lockNames(List.of(externalId));
        store.name(message, externalId);
        take(waiting.take(message, externalId));
    }

    /**
     * Has messages written down that have their network id from the start, and applies what came
     * too early for them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void naming(List<Incoming.Origin> names, Runnable writing) {
        if (names.isEmpty()) {
            writing.run();
            return;
        }
        var externalIds = names.stream().map(Incoming.Origin::externalId).toList();
        store.lockNames(externalIds);
        writing.run();
        var channels = names.stream().map(it -> it.channel().value()).toList();
        take(waiting.take(channels, externalIds));
    }

    /**
     * Writes down how the sending of a message ended. Where the network's receipts have told more
     * already, that stands.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean conclude(
            UUID message, Message.Status status, String code, String reason, Instant now) {
        var conversation = store.conclude(message, status, code, reason, now);
        var failure = code.isEmpty() ? null : code;
        conversation.ifPresent(it -> {
            journal.append(ThreadEvents.status(it, message, status, failure));
            if (tellsOfAnOptOut(code)) {
                noteOptOuts(Map.of(it, now));
            }
        });
        return conversation.isPresent();
    }

    /** Whoever looks at it sees why it waits. */
    void putOff(Message message) {
        journal.append(
                ThreadEvents.status(
                        message.conversationId(), message.id(), message.status(), null));
    }
}
