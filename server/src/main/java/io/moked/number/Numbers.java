package io.moked.number;

import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Channels.Credentials;
import io.moked.graph.GraphClient;
import io.moked.kernel.Invalid;
import io.moked.metaapp.MetaApps;
import io.moked.sending.Outbox;
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
