package io.moked.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses a role that could look over the wall between tenants. */
final class TenantWallCheck {

    /** The role we are, each role it may become, and what would let one of them over the wall. */
    private static final String REASONS =
            """
            with recursive hat (oid) as (
                select oid from pg_roles where rolname = current_user
                union
                select m.roleid from pg_auth_members m join hat on m.member = hat.oid)
            select format('%s %s', case when r.rolname = current_user then 'it'
                                        else 'it is a member of ' || r.rolname || ', which' end, reason)
              from hat
              join pg_roles r using (oid)
             cross join lateral (
                select 'is a superuser' where r.rolsuper
                union all
                select 'has BYPASSRLS' where r.rolbypassrls
                union all
                (select format('owns the table %s', c.oid::regclass)
                   from pg_class c
                  where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm')
                    and c.relnamespace not in (
                        select oid from pg_namespace
                         where nspname ~ '^pg_' or nspname = 'information_schema')
                  order by c.oid limit 1)) as found (reason)
             limit 1
            """;

    private TenantWallCheck() {}

    static void run(DataSource database, Doors.Login login) {
        JdbcClient.create(database)
                .sql(REASONS)
                .query(String.class)
                .optional()
                .ifPresent(reason -> {
                    throw new DatabaseProblem(
                            "Moked does not run as %s, because %s, and so could see every tenant: take that from the role, or use another."
                                    .formatted(login, reason));
                });
    }
}
