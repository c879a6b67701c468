package io.moked.number;

import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Channels.Credentials;
import io.moked.graph.GraphClient;
import io.moked.kernel.Invalid;
import io.moked.metaapp.MetaApps;
import io.moked.sending.Outbox;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of a connected number: another name, another token, and its end. */
@Component
public class Numbers {

    private final Channels channels;
    private final MetaApps apps;
    private final GraphClient graph;
    private final Outbox outbox;

    Numbers(Channels channels, MetaApps apps, GraphClient graph, Outbox outbox) {
        this.channels = channels;
        this.apps = apps;
        this.graph = graph;
        this.outbox = outbox;
    }

    public void rename(ChannelId id, String name) {
        channels.rename(id, name);
    }

    /**
     * Speaks for the number with another token, if that is good for it; what was stopped goes on.
     *
     * @throws Refusals.NumberNotConnectable with what does not hold; then nothing has changed
     */
    public void renewToken(ChannelId id, String token) {
        var channel = channels.connected(id);
        if (channel.accountId() == null) {
            throw new Invalid("token", "unknown-value");
        }
        var speaker = Accounts.speaker(channel.accountId(), token);
        var look = new AccountLook(graph, speaker, apps.through(channel.appId()));
        look.mustHold(look.of(channel), Accounts.Step.Name.NUMBER);
        look.subscribe();
        channels.renewToken(id, token.strip());
        outbox.mended(id);
    }

    /**
     * Comes and goes through another app of Meta's: the tenant's own, or the platform's. Who it is
     * and what was said on it stays. The new app hears of the account before the old one is told to
     * hear of it no longer, so that nothing goes by.
     *
     * @throws Refusals.NumberNotConnectable with what does not hold; then nothing has changed
     */
    public void moveTo(ChannelId id, @Nullable UUID app, String token) {
        var channel = channels.connected(id);
        var account = channel.accountId();
        if (account == null || Objects.equals(app, channel.appId())) {
            throw new Invalid("appId", account == null ? "unknown-value" : "the-same");
        }
        var before = new Credentials(account, channels.credentials(id).token());
        var next = apps.through(app);
        var look = new AccountLook(graph, Accounts.speaker(account, token), next);
        look.mustHold(look.of(channel), Accounts.Step.Name.NUMBER);
        look.subscribe();
        if (next == null) {
            channels.moveTo(id, null, token.strip());
        } else {
            apps.with(
                    next.id(),
                    it -> {
                        channels.moveTo(id, it.id(), token.strip());
                        return it;
                    });
        }
        outbox.mended(id);
        if (isLastOf(account, channel.appId())) {
            leave(before);
        }
    }

    private boolean isLastOf(String account, @Nullable UUID app) {
        return channels.all().stream()
                .filter(it -> it.endedAt() == null && Objects.equals(app, it.appId()))
                .noneMatch(it -> account.equals(it.accountId()));
    }

    /**
     * Ends the connection. Where no other number of the account is connected here, Meta is told
     * that its messages are not wanted any more; where it cannot be told, they find no taker.
     */
    public void disconnect(ChannelId id) {
        var channel = channels.connected(id);
        var credentials = channels.credentials(id);
        channels.disconnect(id);
        // What waits is not to leave weeks later: it is told at once that it cannot.
        outbox.mended(id);
        var account = channel.accountId();
        if (account != null && isLastOf(account)) {
            leave(new Credentials(account, credentials.token()));
        }
    }

    private boolean isLastOf(String account) {
        return channels.all().stream()
                .filter(it -> it.endedAt() == null)
                .noneMatch(it -> account.equals(it.accountId()));
    }

    private void leave(Credentials account) {
        try {
            Question.ask(() -> graph.delete(account, "subscribed_apps"));
        } catch (Refusals.MetaNotReached untold) {
            // What still comes is for a number that nobody has connected, and waits as such.
        }
    }
}
