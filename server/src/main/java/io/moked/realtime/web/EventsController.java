package io.moked.realtime.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.realtime.LiveFeed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What happens, as it happens. */
@RestController
class EventsController {

    private final LiveFeed feed;

    EventsController(LiveFeed feed) {
        this.feed = feed;
    }

    /**
     * Server-sent events of the tenant: each names what changed by id, never what it says, and goes
     * to those who may read that: conversations within reach, and what people did only with {@code
     * READ_AUDIT}. {@code id} is a position; a reconnect with {@code Last-Event-ID} replays what
     * was missed, or answers one {@code resync}. A fresh stream begins with {@code ready}.
     */
    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Permission.READ_CONVERSATIONS)
    void listen(
            SignedIn caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        var connection = request.startAsync();
        connection.setTimeout(0);
        feed.open(caller, connection, lastSeen);
    }
}
