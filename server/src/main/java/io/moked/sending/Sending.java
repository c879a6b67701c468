package io.moked.sending;

import io.moked.channel.ChannelGateway;
import io.moked.channel.OutboundMessage;
import io.moked.channel.SendOutcome;
import io.moked.sending.OutboxClaims.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Hands one claimed message to the network, outside of any transaction, and keeps what became of
 * it.
 */
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Duration NOT_READY = Duration.ofSeconds(2);

    /** With a pause of so many seconds after each, this outlasts a restart of the database. */
    private static final int TRIES_TO_KEEP = 12;

    private final Preparation preparation;
    private final ChannelGateway gateway;
    private final Outcomes outcomes;
    private final OutboxClaims claims;
    private final Clock clock;

    Sending(
            Preparation preparation,
            ChannelGateway gateway,
            Outcomes outcomes,
            OutboxClaims claims,
            Clock clock) {
        this.preparation = preparation;
        this.gateway = gateway;
        this.outcomes = outcomes;
        this.claims = claims;
        this.clock = clock;
    }

    void send(Claimed claim) throws InterruptedException {
        Departure departure;
        try {
            departure = preparation.of(claim).orElse(null);
        } catch (RuntimeException notReady) {
            LOG.warn("A message could not be made ready: {}", notReady.getClass().getSimpleName());
            keep(claim, new SendOutcome.Retryable("not-ready", NOT_READY));
            return;
        }
        switch (departure) {
            case null -> {}
            case Departure.Go(var message) -> keep(claim, outcome(claim, message));
            case Departure.Never(var code) -> keep(claim, new SendOutcome.Refused(code, ""));
            case Departure.NotBefore(var at) ->
                    claims.giveBack(claim, soonerOf(at, OutboxClaims.LONGEST_PAUSE));
        }
    }

    private Instant soonerOf(Instant at, Duration longest) {
        var latest = clock.instant().plus(longest);
        return at.isBefore(latest) ? at : latest;
    }

    private SendOutcome outcome(Claimed claim, OutboundMessage message) {
        try {
            return gateway.send(message, () -> preparation.isHeld(claim));
        } catch (RuntimeException fault) {
            LOG.error("A send ended in a fault of our own", fault);
            return new SendOutcome.Unknown();
        }
    }

    private void keep(Claimed claim, SendOutcome outcome) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                outcomes.keep(claim, outcome);
                return;
            } catch (DataAccessException | TransactionException away) {
                if (tries == TRIES_TO_KEEP) {
                    throw away;
                }
                Thread.sleep(Duration.ofSeconds(tries));
            }
        }
    }
}
