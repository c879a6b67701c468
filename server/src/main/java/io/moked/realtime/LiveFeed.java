package io.moked.realtime;

import io.moked.access.Callers;
import io.moked.access.SignedIn;
import io.moked.agent.Attendance;
import io.moked.journal.Journal;
import io.moked.journal.JournalEntry;
import io.moked.journal.Listener;
import io.moked.journal.Position;
import io.moked.realtime.EventStream.Told;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import jakarta.servlet.AsyncContext;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** Tells open consoles what the journal says of their tenant and they may know, as it is said. */
@Component
public class LiveFeed implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final long HEARTBEAT_MILLIS = 15_000;

    /** Ten thousand beats at a time would hold up what is to be told for as long. */
    private static final int SHARES = 60;

    /** Whoever listens longer comes back and shows anew that they may. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Callers callers;
    private final Journal journal;
    private final Attendance attendance;
    private final Audiences audiences;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<TenantId, Set<EventStream>> streams = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private int share;

    LiveFeed(
            Callers callers,
            Journal journal,
            Attendance attendance,
            Audiences audiences,
            JsonMapper json,
            Clock clock) {
        this.callers = callers;
        this.journal = journal;
        this.attendance = attendance;
        this.audiences = audiences;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Opens a stream in the tenant in scope. One that comes back with the last id it saw is told
     * what it missed, or, where that can no longer be told, to read everything anew.
     */
    public void open(SignedIn listener, AsyncContext connection, @Nullable String lastSeen) {
        var stream = new EventStream(listener, connection, clock.instant());
        streams.computeIfAbsent(stream.tenant(), it -> ConcurrentHashMap.newKeySet()).add(stream);
        connection.addListener(
                new Farewell(() -> {
                    close(stream);
                    stream.awaitCompletion();
                }));
        try {
            if (isStill(listener)) {
                attendance.comes(listener, stream);
                begin(stream, lastSeen);
            } else {
                close(stream);
            }
        } catch (RuntimeException failure) {
            LOG.warn("A console comes back later: {}", failure.getClass().getSimpleName());
            close(stream);
        }
        if (stopping || stream.hasEnded()) {
            close(stream);
        }
    }

    /** What was told about the caller between their request and now, nobody has heard here. */
    private boolean isStill(SignedIn listener) {
        return callers.again(listener).equals(Optional.of(listener));
    }

    private void begin(EventStream stream, @Nullable String lastSeen) {
        var seen = Optional.ofNullable(lastSeen).flatMap(Position::parse);
        var missed = seen.flatMap(journal::since);
        if (missed.isPresent()) {
            stream.catchUp(seen.orElseThrow(), told(stream.listener(), missed.get()));
        } else {
            var head = journal.head();
            var first = lastSeen == null ? "ready" : "resync";
            stream.write(EventStream.event(first, head, "{\"kind\":\"" + first + "\"}"));
            stream.catchUp(head, List.of());
        }
    }

    private List<Told> told(SignedIn listener, List<JournalEntry> missed) {
        var audience = Audience.isLimited(listener) ? audiences.of(missed) : Audience.EVERYWHERE;
        return missed.stream()
                .filter(entry -> audience.includes(listener, entry))
                .map(this::told)
                .toList();
    }

    private void close(EventStream stream) {
        stream.end();
        if (!stopping) {
            attendance.goes(stream.listener(), stream);
        }
        streams.computeIfPresent(
                stream.tenant(),
                (tenant, open) -> {
                    open.remove(stream);
                    return open.isEmpty() ? null : open;
                });
    }

    @Override
    public void hear(List<JournalEntry> entries) {
        entries.stream()
                .filter(entry -> streams.containsKey(entry.tenant()))
                .collect(Collectors.groupingBy(JournalEntry::tenant))
                .forEach(this::tell);
    }

    private void tell(TenantId tenant, List<JournalEntry> entries) {
        var listening = List.copyOf(streams.getOrDefault(tenant, Set.of()));
        var audience = audience(tenant, listening, entries);
        for (var entry : entries) {
            var told = told(entry);
            for (var stream : listening) {
                if (audience.includes(stream.listener(), entry)) {
                    stream.tell(told);
                }
                if (Callers.mustShowAnew(stream.listener(), entry)) {
                    stream.end();
                }
            }
        }
    }

    /** Whoever cannot be told safely what they may hear comes back and asks again. */
    private Audience audience(
            TenantId tenant, List<EventStream> listening, List<JournalEntry> entries) {
        var limited = listening.stream().filter(it -> Audience.isLimited(it.listener())).toList();
        if (limited.isEmpty()) {
            return Audience.EVERYWHERE;
        }
        try {
            return TenantScope.call(tenant, () -> audiences.of(entries));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Some consoles come back later: {}", away.getClass().getSimpleName());
            limited.forEach(EventStream::end);
            return Audience.EVERYWHERE;
        }
    }

    private Told told(JournalEntry entry) {
        var data = new HashMap<String, Object>(entry.details());
        data.put("kind", entry.kind());
        data.put(entry.kind().substring(0, entry.kind().indexOf('.')) + "Id", entry.subject());
        data.put("at", entry.at());
        if (entry.actor() != null) {
            data.put("actorId", entry.actor());
        }
        return new Told(
                entry.position(),
                EventStream.event(entry.kind(), entry.position(), json.writeValueAsString(data)));
    }

    /** A server that stops lets its consoles go at once; they find another and lose nothing. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        stopping = true;
        streams.values().forEach(open -> open.forEach(EventStream::end));
    }

    /**
     * Shows that the line is alive, and finds those that are not: one share of all after another.
     */
    @Scheduled(fixedRate = HEARTBEAT_MILLIS / SHARES)
    void beat() {
        share = (share + 1) % SHARES;
        var beat = EventStream.event("heartbeat", (Position) null, "{\"kind\":\"heartbeat\"}");
        var now = clock.instant();
        for (var open : streams.values()) {
            for (var stream : open) {
                if (Math.floorMod(stream.hashCode(), SHARES) != share) {
                    continue;
                }
                if (stream.hasEnded() || stream.isOver(now.minus(LONGEST), now)) {
                    close(stream);
                } else {
                    stream.write(beat);
                }
            }
        }
    }
}
