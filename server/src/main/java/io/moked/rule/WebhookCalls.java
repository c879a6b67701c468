package io.moked.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.conversation.Conversation;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.rule.engine.Action;
import io.moked.rule.engine.Trigger;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What rules tell other people's servers: written down with what the rule does, and told after. */
@Component
public class WebhookCalls {

    private final WebhookCallStore store;
    private final WebhookCaller caller;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    WebhookCalls(
            WebhookCallStore store, WebhookCaller caller, JsonMapper json, Ids ids, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** How far a call has come. */
    public enum State {
        /** On its way, or to be tried again. */
        WAITING,
        TAKEN,
        /** Nobody took it, and it is not tried any more unless somebody says so. */
        DEAD;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A call.
     *
     * @param outcome the status that was answered, or a word for why there was no answer
     */
    public record Call(
            UUID id,
            UUID rule,
            UUID conversation,
            URI url,
            State state,
            int attempts,
            @Nullable String outcome,
            Instant at) {}

    /** What is told: ids only, so that whoever is told asks the API for what they may know. */
    private record Told(
            UUID id,
            String type,
            Instant at,
            UUID ruleId,
            Trigger trigger,
            UUID conversationId,
            UUID contactId,
            UUID channelId,
            @Nullable UUID departmentId,
            @Nullable UUID assigneeId) {}

    void add(Rule rule, Action action, Occasion occasion, Conversation it) {
        var call =
                new Call(
                        ids.next(),
                        rule.id(),
                        it.id(),
                        Objects.requireNonNull(action.url()),
                        State.WAITING,
                        0,
                        null,
                        clock.instant());
        var told =
                new Told(
                        call.id(),
                        "rule.acted",
                        call.at(),
                        rule.id(),
                        occasion.trigger(),
                        it.id(),
                        it.contactId(),
                        it.channelId(),
                        it.departmentId(),
                        it.assigneeId());
        store.add(call, json.writeValueAsString(told));
        caller.ringAfterCommit();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Slice<Call> page(Page page) {
        return Slice.of(store.page(page), page, it -> new Cursor(it.at(), it.id()));
    }

    /** Tries one again that was given up. */
    @Transactional
    public void retry(UUID id) {
        var call = store.lock(id).orElseThrow(NotFound::new);
        if (call.state() != State.DEAD) {
            throw new Refusals.CallNotDead();
        }
        store.revive(id, clock.instant());
        caller.ringAfterCommit();
    }
}
