package io.moked.conversation;

import io.moked.channel.ChannelGateway;
import io.moked.channel.SendOutcome;
import io.moked.conversation.OutboxClaims.Claimed;
import java.time.Duration;
import java.util.Optional;
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

    private final Departures departures;
    private final ChannelGateway gateway;
    private final Outcomes outcomes;

    Sending(Departures departures, ChannelGateway gateway, Outcomes outcomes) {
        this.departures = departures;
        this.gateway = gateway;
        this.outcomes = outcomes;
    }

    void send(Claimed claim) throws InterruptedException {
        Optional<Departures.Ready> ready;
        try {
            ready = departures.prepare(claim);
        } catch (RuntimeException notReady) {
            LOG.warn("A message could not be made ready: {}", notReady.getClass().getSimpleName());
            keep(claim, new SendOutcome.Retryable("not-ready", NOT_READY));
            return;
        }
        if (ready.isPresent()) {
            keep(claim, outcome(claim, ready.get()));
        }
    }

    private SendOutcome outcome(Claimed claim, Departures.Ready ready) {
        if (!ready.windowOpen()) {
            return new SendOutcome.Refused("service-window-closed", "");
        }
        try {
            return gateway.send(ready.message(), () -> departures.isHeld(claim));
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
