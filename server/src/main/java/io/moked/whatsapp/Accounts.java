package io.moked.whatsapp;

import static java.util.Objects.requireNonNullElse;

import io.moked.channel.Channel;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Channels.Credentials;
import io.moked.kernel.Invalid;
import io.moked.whatsapp.Step.Name;
import io.moked.whatsapp.Step.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Connects numbers of a WhatsApp Business account by the token of a system user, and tells step by
 * step what of that holds (Cloud API, "Get started" and "Business phone numbers").
 */
@Component
public class Accounts {

    private final Channels channels;
    private final GraphClient graph;

    Accounts(Channels channels, GraphClient graph) {
        this.channels = channels;
        this.graph = graph;
    }

    /**
     * A number as Meta tells of it.
     *
     * @param quality how people rate what it sends: {@code GREEN}, {@code YELLOW}, {@code RED}
     * @param isRegistered whether it may send
     */
    public record Number(
            String id,
            String name,
            String address,
            @Nullable String quality,
            boolean isRegistered) {}

    /** What an account and a token are good for; steps behind one that failed are not taken. */
    public record Check(
            List<Step> steps,
            @Nullable String accountName,
            @Nullable Instant tokenEndsAt,
            List<Number> numbers) {}

    /** A number that is to be connected. */
    public record Wanted(String name, String account, String number, String token) {}

    /** Looks with a token that is not kept yet. */
    public Check check(String account, String token) {
        return new AccountLook(graph, speaker(account, token)).all();
    }

    /**
     * Subscribes our app to the account and keeps the number with its token.
     *
     * @throws Refusals.NumberNotConnectable where a step fails that has to hold before
     */
    public Channel connect(Wanted wanted) {
        var speaker = speaker(wanted.account(), wanted.token());
        var check = new AccountLook(graph, speaker).all();
        var failed = check.steps().stream().filter(it -> it.state() == State.FAILED).findFirst();
        if (failed.isPresent()) {
            throw new Refusals.NumberNotConnectable(failed.get());
        }
        var number =
                check.numbers().stream()
                        .filter(it -> it.id().equals(wanted.number()))
                        .findFirst()
                        .orElseThrow(() -> new Invalid("phoneNumberId", "unknown-value"));
        new AccountLook(graph, speaker).subscribe();
        return channels.connect(
                new Channels.NewChannel(
                        wanted.name(),
                        number.id(),
                        number.address(),
                        wanted.token(),
                        wanted.account()));
    }

    /** How a connected number stands at this moment. */
    public Check standing(ChannelId id) {
        var channel = channels.find(id);
        var credentials = channels.credentials(id);
        var account = channel.accountId();
        var look =
                new AccountLook(
                        graph,
                        new Credentials(requireNonNullElse(account, ""), credentials.token()));
        var check = look.of(channel);
        var steps = new ArrayList<>(check.steps());
        steps.add(
                channel.deliveredAt() == null
                        ? new Step(Name.DELIVERIES, State.WAITING, null)
                        : new Step(Name.DELIVERIES, State.DONE, null));
        return new Check(steps, check.accountName(), check.tokenEndsAt(), check.numbers());
    }

    private static Credentials speaker(String account, String token) {
        if (!account.matches("\\d{5,25}")) {
            throw new Invalid("accountId", "unknown-value");
        }
        if (token.isBlank() || !token.strip().matches("[\\x21-\\x7E]+")) {
            throw new Invalid("token", "unknown-value");
        }
        return new Credentials(account, token.strip());
    }
}
