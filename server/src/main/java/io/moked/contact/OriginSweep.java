package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;
import static java.util.Objects.requireNonNullElse;

import io.moked.kernel.Cursor;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out where contacts are from who were met before that was noted. */
@Component
class OriginSweep {

    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    OriginSweep(Tenants tenants, JdbcClient jdbc, TransactionTemplate transactions) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Origin(UUID contact, String country) {}

    @Configuration(proxyBeanMethods = false)
    static class EveryHour {

        @Bean
        TimedWork noteOrigins(OriginSweep sweep) {
            return new TimedWork("contact-origins", Duration.ofHours(1), now -> sweep.part());
        }
    }

    /** Of the first business that has any. */
    private int part() {
        var page = new Page(Cursor.NEWEST, Limit.PAGE_ROWS.value());
        while (true) {
            var businesses = tenants.businesses(page);
            for (Tenant business : businesses.items()) {
                int noted = TenantScope.call(business.id(), this::note);
                if (noted > 0) {
                    return noted;
                }
            }
            var next = businesses.next();
            if (next == null) {
                return 0;
            }
            page = Page.of(next, page.limit());
        }
    }

    private int note() {
        return requireNonNullElse(transactions.execute(tx -> noteSome()), 0);
    }

    private int noteSome() {
        var origins =
                jdbc.sql(
                                """
                                select c.id, i.value as phone from contact.contact c
                                    cross join lateral (select value from contact.identity
                                        where contact_id = c.id and kind = 'phone' order by since desc limit 1) i
                                where c.country is null order by c.id limit :part for update of c skip locked
                                """)
                        .param("part", TimedWork.PART)
                        .query((row, n) ->
                                new Origin(
                                        uuid(row, "id"),
                                        requireNonNullElse(
                                                Origins.country(row.getString("phone"), null),
                                                Origins.NOWHERE)))
                        .list();
        jdbc.sql(
                        """
                        update contact.contact c set country = o.country
                        from unnest(:ids::uuid[], :countries::text[]) as o (id, country) where c.id = o.id
                        """)
                .param("ids", column(origins, Origin::contact))
                .param("countries", column(origins, Origin::country))
                .update();
        return origins.size();
    }
}
