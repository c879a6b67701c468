package io.moked.operations;

import io.moked.access.Users;
import io.moked.channel.Channels;
import io.moked.conversation.Volumes;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Counts what businesses have, and never looks at it. */
@Component
public class Census {

    private final Tenants tenants;
    private final Users users;
    private final Channels channels;
    private final Volumes volumes;
    private final Clock clock;

    Census(Tenants tenants, Users users, Channels channels, Volumes volumes, Clock clock) {
        this.tenants = tenants;
        this.users = users;
        this.channels = channels;
        this.volumes = volumes;
        this.clock = clock;
    }

    /** A business in numbers. */
    public record Counted(
            Tenant business,
            Users.Headcount users,
            int channels,
            int openConversations,
            int messagesToday) {}

    /** Businesses, the newest first. */
    public Slice<Counted> list(Page page) {
        var slice = tenants.businesses(page);
        return new Slice<>(slice.items().stream().map(this::count).toList(), slice.next());
    }

    /** Today is the day in Greenwich. */
    public Counted count(Tenant business) {
        var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return TenantScope.call(business.id(), () -> counted(business, today));
    }

    private Counted counted(Tenant business, Instant today) {
        var volume = volumes.since(today);
        return new Counted(
                business,
                users.count(),
                channels.all().size(),
                volume.openConversations(),
                volume.messages());
    }
}
