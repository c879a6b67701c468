package io.moked.realtime;

import io.moked.journal.Journal;
import io.moked.journal.JournalEntry;
import io.moked.journal.Listener;
import io.moked.journal.Position;
import io.moked.realtime.EventStream.Told;
import io.moked.tenancy.TenantId;
import jakarta.servlet.AsyncContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells every open console what the journal says of its tenant, as it is said. */
@Component
public class LiveFeed implements Listener {

    private static final long HEARTBEAT_MILLIS = 15_000;

    private final Journal journal;
    private final JsonMapper json;
    private final Map<TenantId, Set<EventStream>> streams = new ConcurrentHashMap<>();

    LiveFeed(Journal journal, JsonMapper json) {
        this.journal = journal;
        this.json = json;
    }

    /**
     * Opens a stream in the tenant in scope. One that comes back with the last id it saw is told
     * what it missed, or, where that can no longer be told, to read everything anew.
     */
    public void open(TenantId tenant, AsyncContext connection, @Nullable String lastSeen) {
        var stream = new EventStream(tenant, connection);
        streams.computeIfAbsent(tenant, it -> ConcurrentHashMap.newKeySet()).add(stream);
        connection.addListener(new Farewell(() -> close(stream)));
        var seen = Optional.ofNullable(lastSeen).flatMap(Position::parse);
        var missed = seen.flatMap(journal::since);
        if (missed.isPresent()) {
            stream.catchUp(seen.orElseThrow(), missed.get().stream().map(this::told).toList());
        } else {
            var head = journal.head();
            var first = lastSeen == null ? "ready" : "resync";
            stream.write(EventStream.event(first, head, "{\"kind\":\"" + first + "\"}"));
            stream.catchUp(head, List.of());
        }
    }

    private void close(EventStream stream) {
        stream.end();
        streams.computeIfPresent(
                stream.tenant(),
                (tenant, open) -> {
                    open.remove(stream);
                    return open.isEmpty() ? null : open;
                });
    }

    @Override
    public void hear(List<JournalEntry> entries) {
        for (var entry : entries) {
            var listening = streams.get(entry.tenant());
            if (listening != null) {
                var told = told(entry);
                listening.forEach(stream -> stream.tell(told));
            }
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
        streams.values().forEach(open -> open.forEach(EventStream::end));
    }

    /** Shows that the line is alive, and finds those that are not. */
    @Scheduled(fixedRate = HEARTBEAT_MILLIS)
    void beat() {
        var beat = EventStream.event("heartbeat", (Position) null, "{\"kind\":\"heartbeat\"}");
        for (var open : streams.values()) {
            for (var stream : open) {
                if (stream.hasEnded()) {
                    close(stream);
                } else {
                    stream.write(beat);
                }
            }
        }
    }
}
