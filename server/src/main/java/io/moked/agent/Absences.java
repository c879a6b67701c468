package io.moked.agent;

import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes agents of the tenant in scope for gone when no server has seen a console of theirs for
 * longer than the grace time, and takes that back when one comes. Both lock the agent before they
 * look, so that the later one has the last word.
 */
@Component
public class Absences {

    private final SightStore sights;
    private final Agents agents;
    private final Availabilities availabilities;
    private final Journal journal;
    private final Clock clock;

    Absences(
            SightStore sights,
            Agents agents,
            Availabilities availabilities,
            Journal journal,
            Clock clock) {
        this.sights = sights;
        this.agents = agents;
        this.availabilities = availabilities;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    void arrives(UserId agent, UUID witness) {
        agents.lock(List.of(agent.value()));
        sights.sees(witness, agent, clock.instant());
        availabilities.isBack(agent);
    }

    /** Of how many it has come to an end that they were seen. */
    @Transactional
    int end(Instant now) {
        var grace = sights.grace();
        var before = now.minus(grace);
        var gone = sights.goneSince(before);
        agents.lock(gone);
        sights.forget(gone, before);
        if (!grace.isZero()) {
            sights.unseen(gone).forEach(availabilities::isGone);
        }
        return gone.size();
    }

    /** How long a console may be gone before its agent is taken for gone; zero for ever. */
    @Transactional(readOnly = true)
    public Duration grace() {
        return sights.grace();
    }

    @Transactional
    public void setGrace(int minutes, UserId by) {
        if (sights.grace().toMinutes() != minutes) {
            sights.setGrace(minutes);
            journal.append(
                    Fact.of("agent.grace-changed", TenantScope.current().value()).by(by.value()));
        }
    }
}
