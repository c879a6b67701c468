package io.moked.routing.weight;

import static io.moked.database.SqlValues.uuid;

import io.moked.routing.weight.Weights.Weight;
import io.moked.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WeightStore {

    private final JdbcClient jdbc;

    WeightStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Weight> all() {
        return jdbc.sql("select channel_id, units from routing.channel_weight order by channel_id")
                .query((row, n) -> new Weight(uuid(row, "channel_id"), row.getInt("units")))
                .list();
    }

    /** Whether that is another than before. */
    boolean set(UUID channel, int units) {
        return jdbc.sql(
                                """
                                insert into routing.channel_weight as w (tenant_id, channel_id, units)
                                values (:tenant, :channel, :units)
                                on conflict (tenant_id, channel_id) do update set units = :units where w.units <> :units
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("channel", channel)
                        .param("units", units)
                        .update()
                == 1;
    }
}
