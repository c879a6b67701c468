package io.moked.simulator.world;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.World.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one person and one number of a business said to each other, as the person's phone keeps it.
 */
public final class Chat {

    private static final Duration SERVICE_WINDOW = Duration.ofHours(24);
    private static final Duration ENTRY_POINT = Duration.ofHours(72);
    private static final Duration NUMBER_KNOWN = Duration.ofDays(30);
    private static final int MOST_ENTRIES = 500;

    private volatile Customer customer;
    private volatile Line line;
    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    private final ChatFile file;
    private final WorldClock clock;
    private Instant numberKnownUntil = Instant.EPOCH;
    private Instant lastInbound = Instant.EPOCH;
    private Instant referred = Instant.EPOCH;
    private Instant freeUntil = Instant.EPOCH;
    private boolean standby;

    Chat(Customer customer, Line line, ChatFile file, WorldClock clock) {
        this.clock = clock;
        this.customer = customer;
        this.line = line;
        this.file = file;
        file.read().forEach(this::remember);
    }

    public Customer customer() {
        return customer;
    }

    synchronized void become(Customer changed) {
        if (!changed.phone().equals(customer.phone())) {
            numberKnownUntil = Instant.EPOCH;
        }
        customer = changed;
    }

    /** The two have spoken by the person's number: this number of the business knows it a while. */
    public synchronized void meetByNumber() {
        numberKnownUntil = clock.now().plus(NUMBER_KNOWN);
    }

    /** Whether the business is told no number. */
    public synchronized boolean hidesNumber() {
        return customer.isHidden() && !clock.now().isBefore(numberKnownUntil);
    }

    void become(Line changed) {
        line = changed;
    }

    public Line line() {
        return line;
    }

    synchronized void add(Entry entry) {
        remember(entry);
        keep(entry);
    }

    private void remember(Entry entry) {
        entries.put(entry.wamid(), entry);
        if (entry.from() == Entry.Side.CUSTOMER && entry.at().isAfter(lastInbound)) {
            lastInbound = entry.at();
        }
        if (entry.from() == Entry.Side.CUSTOMER && entry.content().has("referral")) {
            referred = entry.at();
        }
        if (entry.from() == Entry.Side.BUSINESS && isAnswerToReferral(entry)) {
            freeUntil = entry.at().plus(ENTRY_POINT);
            referred = Instant.EPOCH;
        }
        if (entries.size() > MOST_ENTRIES && entries.firstEntry().getValue().arrived()) {
            entries.pollFirstEntry();
        }
    }

    private boolean isAnswerToReferral(Entry entry) {
        return entry.at().isBefore(referred.plus(SERVICE_WINDOW));
    }

    private void keep(Entry entry) {
        file.add(entry, entries.values());
    }

    synchronized void remove(String wamid) {
        entries.remove(wamid);
        file.rewrite(entries.values());
    }

    public synchronized boolean windowOpen(Instant now) {
        return now.isBefore(lastInbound.plus(SERVICE_WINDOW));
    }

    /**
     * Whether messages cost nothing because the person came by an advertisement and was answered
     * within a day.
     */
    public synchronized boolean freeEntryPoint(Instant now) {
        return now.isBefore(freeUntil);
    }

    /** A message of the business was accepted: the conversation is its own again. */
    public synchronized void answered() {
        standby = false;
    }

    /** Another app of the business has the conversation and answers; ours only watches. */
    public synchronized void standBy(boolean on) {
        standby = on;
    }

    public synchronized boolean standsBy() {
        return standby;
    }

    synchronized boolean wroteIn(String groupId) {
        return entries.values().stream()
                .filter(entry -> entry.from() == Entry.Side.CUSTOMER)
                .anyMatch(entry -> Json.text(entry.content(), "group_id").equals(groupId));
    }

    public synchronized Optional<Entry> entry(String wamid) {
        return Optional.ofNullable(entries.get(wamid));
    }

    public synchronized List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** What the phone shows: everything but answers that have not arrived. */
    public synchronized List<Entry> shown() {
        return entries.values().stream().filter(Entry::arrived).toList();
    }

    /** Raises the matching entries to a status; tells which ones moved. */
    synchronized List<Entry> raise(Predicate<Entry> which, Entry.Status status) {
        List<Entry> raised = new ArrayList<>();
        entries.replaceAll((wamid, entry) -> {
            if (!which.test(entry) || entry.status().compareTo(status) >= 0) {
                return entry;
            }
            Entry now = entry.with(status);
            raised.add(now);
            return now;
        });
        raised.forEach(this::keep);
        return raised;
    }

    synchronized void told(String wamid, Entry.Status status) {
        change(wamid, entry -> entry.heard(status));
    }

    synchronized Optional<Entry> edit(String wamid, ObjectNode content) {
        return change(wamid, entry -> entry.with(content));
    }

    synchronized Optional<Entry> react(String wamid, Entry.Side side, String emoji) {
        return change(wamid, entry -> entry.with(side, emoji));
    }

    private Optional<Entry> change(String wamid, UnaryOperator<Entry> how) {
        Entry now = entries.computeIfPresent(wamid, (id, entry) -> how.apply(entry));
        Optional.ofNullable(now).ifPresent(this::keep);
        return Optional.ofNullable(now);
    }
}
