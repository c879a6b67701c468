package io.moked.routing.replay;

import io.moked.access.UserId;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.Refusal;
import io.moked.routing.Departments;
import io.moked.routing.simulation.Course;
import io.moked.routing.simulation.Plan;
import io.moked.routing.simulation.Plan.Team;
import io.moked.routing.simulation.Simulation;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Days that are gone through for managers, on this server's time: one at once for each tenant, none
 * too big, and none for too long.
 */
@Component
public class Simulations {

    private final Departments departments;
    private final Clock clock;
    private final Map<TenantId, Running> running = new ConcurrentHashMap<>();

    Simulations(Departments departments, Clock clock) {
        this.departments = departments;
        this.clock = clock;
    }

    private record Running(UserId by, AtomicBoolean isLeft) {}

    /** One is enough at a time; the answer to it is near. */
    static final class AnotherIsRunning extends Refusal {
        AnotherIsRunning() {
            super(Kind.CONFLICT, "simulation-running");
        }
    }

    /** It would have taken longer than anybody should wait, or the server has more to do. */
    static final class TakesTooLong extends Refusal {
        TakesTooLong() {
            super(Kind.CONFLICT, "simulation-too-long");
        }
    }

    /**
     * Goes through a model day.
     *
     * @param promised a wait no longer than this is as promised
     * @param seed the same draws the same day
     */
    public Course of(Plan plan, Duration promised, long seed, UserId by) {
        check(plan);
        return alone(by, isTooLate -> Simulation.of(plan.day(seed), promised, isTooLate));
    }

    /** Does something while no other day of the tenant is gone through, and not for too long. */
    public <T> T alone(UserId by, Function<BooleanSupplier, T> work) {
        var tenant = TenantScope.current();
        var own = new Running(by, new AtomicBoolean());
        if (running.putIfAbsent(tenant, own) != null) {
            throw new AnotherIsRunning();
        }
        try {
            var end = clock.instant().plusSeconds(Limit.SIMULATION_SECONDS.value());
            return work.apply(() -> own.isLeft().get() || clock.instant().isAfter(end));
        } catch (CancellationException tooLate) {
            throw new TakesTooLong();
        } finally {
            running.remove(tenant, own);
        }
    }

    /** Nobody waits any more for what somebody asked of this server, if it still goes on. */
    public void leave(UserId by) {
        var one = running.get(TenantScope.current());
        if (one != null && one.by().equals(by)) {
            one.isLeft().set(true);
        }
    }

    private void check(Plan plan) {
        var own = new HashSet<UUID>();
        double arrivals = 0;
        for (var demand : plan.demands()) {
            if (!own.add(demand.department())) {
                throw new Invalid("departments", "twice");
            }
            arrivals += demand.perHour().stream().mapToDouble(it -> it).sum();
        }
        if (arrivals > Limit.SIMULATED_CONVERSATIONS.value()) {
            throw new Invalid("departments", "too-many-conversations");
        }
        if (plan.teams().stream().mapToInt(Team::agents).sum() > Limit.SIMULATED_AGENTS.value()) {
            throw new Invalid("teams", "too-many-agents");
        }
        if (plan.teams().stream().anyMatch(it -> it.from().compareTo(it.to()) >= 0)) {
            throw new Invalid("teams", "ends-before-it-begins");
        }
        if (!departments.areKnown(own)) {
            throw new Invalid("departments", "unknown");
        }
        if (!plan.teams().stream().allMatch(it -> own.containsAll(it.departments()))) {
            throw new Invalid("teams", "unknown-department");
        }
    }
}
