package io.moked.number;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.channel.Channel;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Channels.Credentials;
import io.moked.graph.GraphClient;
import io.moked.kernel.Invalid;
import io.moked.metaapp.MetaApps;
import io.moked.sending.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Connects numbers of a WhatsApp Business account by the token of a system user, and tells step by
 * step what of that holds (Cloud API, "Get started" and "Business phone numbers").
 */
@Component
public class Accounts {

    private final Channels channels;
    private final MetaApps apps;
    private final GraphClient graph;
    private final Outbox outbox;

    Accounts(Channels channels, MetaApps apps, GraphClient graph, Outbox outbox) {
        this.channels = channels;
        this.apps = apps;
        this.graph = graph;
        this.outbox = outbox;
    }

    /**
     * A number as Meta tells of it.
     *
     * @param quality how people rate what it sends: {@code GREEN}, {@code YELLOW}, {@code RED}
     * @param isRegistered whether it may send
     * @param perSecond how many messages it may send
     */
    public record Number(
            String id,
            String name,
            String address,
            @Nullable String quality,
            boolean isRegistered,
            int perSecond) {}

    /**
     * One thing that has to hold before a number works.
     *
     * @param reason Meta's own words where it failed, or what is missing
     */
    public record Step(Name step, State state, @Nullable String reason) {

        /** In the order in which they build on each other. */
        public enum Name {
            /** The token is good. */
            TOKEN,
            /** It is of the app that the number is connected through. */
            APP,
            /** It may write messages and look after the account. */
            PERMISSIONS,
            /** It reaches the account. */
            ACCOUNT,
            /** The account has the number. */
            NUMBER,
            /** The number is registered with the Cloud API, and may send. */
            REGISTRATION,
            /** The token's app hears of the account. */
            SUBSCRIPTION,
            /** A delivery for the number has come, and its signature was good. */
            DELIVERIES;

            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** Whether it holds, as far as is known; who waits, waits for Meta. */
        public enum State {
            DONE,
            WAITING,
            FAILED;

            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** What an account and a token are good for; steps behind one that failed are not taken. */
    public record Check(
            List<Step> steps,
            @Nullable String accountName,
            @Nullable Instant tokenEndsAt,
            List<Number> numbers) {}

    /**
     * A number that is to be connected.
     *
     * @param app of the tenant's own that it is connected through; null for the platform's
     */
    public record Wanted(
            String name, String account, String number, String token, @Nullable UUID app) {}

    /** Looks with a token that is not kept yet. */
    public Check check(String account, String token) {
        return new AccountLook(graph, speaker(account, token), null).all();
    }

    /**
     * Subscribes our app to the account and keeps the number with its token.
     *
     * @throws Refusals.NumberNotConnectable where a step fails that has to hold before
     */
    public Channel connect(Wanted wanted) {
        var speaker = speaker(wanted.account(), wanted.token());
        var app = apps.through(wanted.app());
        var look = new AccountLook(graph, speaker, app);
        var check = look.all();
        look.mustHold(check, Step.Name.NUMBER);
        var number =
                check.numbers().stream()
                        .filter(it -> it.id().equals(wanted.number()))
                        .findFirst()
                        .orElseThrow(() -> new Invalid("phoneNumberId", "unknown-value"));
        look.subscribe();
        var chosen =
                new Channels.NewChannel(
                        wanted.name(),
                        number.id(),
                        number.address(),
                        wanted.token(),
                        wanted.account(),
                        wanted.app());
        var channel =
                app == null
                        ? channels.connect(chosen)
                        : apps.with(app.id(), it -> channels.connect(chosen));
        outbox.allow(channel.id(), number.perSecond());
        outbox.mended(channel.id());
        return channel;
    }

    /** How a connected number stands at this moment. */
    public Check standing(ChannelId id) {
        var channel = channels.connected(id);
        var credentials = channels.credentials(id);
        var account = channel.accountId();
        var look =
                new AccountLook(
                        graph,
                        new Credentials(requireNonNullElse(account, ""), credentials.token()),
                        apps.through(channel.appId()));
        var check = look.of(channel);
        check.numbers().forEach(number -> outbox.allow(id, number.perSecond()));
        var steps = new ArrayList<>(check.steps());
        steps.add(
                channel.deliveredAt() == null
                        ? new Step(Step.Name.DELIVERIES, Step.State.WAITING, null)
                        : new Step(Step.Name.DELIVERIES, Step.State.DONE, null));
        return new Check(steps, check.accountName(), check.tokenEndsAt(), check.numbers());
    }

    static Credentials speaker(String account, String token) {
        if (!account.matches("\\d{5,25}")) {
            throw new Invalid("accountId", "unknown-value");
        }
        if (token.isBlank() || !token.strip().matches("[\\x21-\\x7E]+")) {
            throw new Invalid("token", "unknown-value");
        }
        return new Credentials(account, token.strip());
    }
}
