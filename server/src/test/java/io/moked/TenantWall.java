package io.moked;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the catalogue of a database says about the wall between tenants. */
record TenantWall(JdbcClient database) {

    /** Tables that belong to no tenant; the application gets no way to them at all. */
    static final Map<String, String> NOBODYS =
            Map.of(
                    "agent.witness",
                    "a server sees the consoles of all tenants",
                    "factor.throttle",
                    "a wrong password comes before anyone knows the tenant, or whether there is one",
                    "factor.spent_challenge",
                    "a passkey is asked for before anyone knows the tenant",
                    "journal.follower",
                    "a follower reads on over all tenants",
                    "journal.swept",
                    "entries of all tenants are forgotten in one order",
                    "timetable.work",
                    "timed work is done for all tenants together",
                    "whatsapp.delivery",
                    "one delivery may speak of several tenants",
                    "whatsapp.dead_letter",
                    "a delivery that could not be read names no tenant for sure",
                    "whatsapp.unread_change",
                    "nothing reads the change, so nothing knows whose it is");

    /** Of all tables, only that of the tenants has the tenant in its own id. */
    private static final String ROOMS =
            """
            create temporary view room_table as
            select c.oid, c.oid::regclass::text as name, c.relrowsecurity, c.relforcerowsecurity,
                case when c.oid = to_regclass('tenancy.tenant') then 'id' else 'tenant_id' end as key
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                and n.nspname <> 'moked_history'
            """;

    private static final String UNWALLED =
            """
            select name || ' has no wall' from room_table t
            where not (relrowsecurity and relforcerowsecurity and exists (
                select from pg_policies p
                where format('%I.%I', p.schemaname, p.tablename) = t.name and p.policyname = 'tenant_wall'
                    and p.roles = '{moked_app}' and p.permissive = 'PERMISSIVE'
                    and p.qual = format('(%s = tenancy.current_tenant())', t.key)
                    and (t.key = 'id' or p.cmd = 'ALL' and p.with_check = p.qual)))
            union all
            select format('%I.%I has the strange policy %I', schemaname, tablename, policyname)
            from pg_policies
            where not (policyname = 'tenant_wall' and roles = '{moked_app}'
                or policyname = 'worker_door' and roles = '{moked_worker}'
                or policyname = 'search' and roles = array[current_user] and cmd = 'SELECT'
                    and format('%I.%I', schemaname, tablename) in ('contact.contact', 'contact.findable', 'search.entry'))
            """;

    /** A number belongs to one tenant, a key to one app, and one of all tenants is the platform. */
    private static final List<String> MEANT_FOR_ALL =
            List.of(
                    "channel.channel has the key channel.channel_by_number,",
                    "metaapp.app has the key metaapp.app_by_key,",
                    "tenancy.tenant has the key tenancy.one_platform,");

    private static final String LOOSE_KEYS =
            """
            select format('%s has the key %s, which does not begin with its tenant', t.name, i.indexrelid::regclass)
            from room_table t join pg_index i on i.indrelid = t.oid and i.indisunique
                left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
            where a.attname is distinct from t.key
            union all
            select format('%s refers to %s beyond its tenant', t.name, f.confrelid::regclass)
            from room_table t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
                join pg_attribute here on here.attrelid = f.conrelid and here.attnum = f.conkey[1]
                join pg_attribute there on there.attrelid = f.confrelid and there.attnum = f.confkey[1]
            where here.attname <> 'tenant_id' or there.attname not in ('tenant_id', 'id')
                or there.attname = 'id' and f.confrelid <> to_regclass('tenancy.tenant')
            """;

    /**
     * Two functions are meant to: searches, because the wall would take their index away. In each
     * table they read they ask for the transaction's tenant first, and no one can lead them astray.
     */
    private static final String WAYS_AROUND =
            """
            select format('%s runs with the rights of its owner', p.oid::regprocedure)
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                and not (p.oid in (to_regprocedure('contact.search(text, text, text, timestamptz, uuid, int)'),
                        to_regprocedure('search.find(text, timestamptz, timestamptz, uuid, int)'))
                    and p.provolatile = 's' and 'search_path=pg_catalog, pg_temp' = any(p.proconfig)
                    and not has_function_privilege('public', p.oid, 'execute')
                    and p.prosrc like '%tenant constant uuid := tenancy.current_tenant();%'
                    and regexp_count(p.prosrc, '\\mfrom \\w+\\.\\w') = regexp_count(p.prosrc,
                        '\\mfrom \\w+\\.\\w+ (\\w+)\\s+where \\1\\.tenant_id = tenant and\\M'))
            union all
            select format('%s shows tables with the rights of its owner', c.oid::regclass)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            union all
            select format('%s may do more than its work', r.rolname)
            from pg_roles r
            where r.rolname in ('moked_app', 'moked_worker')
                and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
                    or exists (select from pg_auth_members m where m.member = r.oid)
                    or exists (select from pg_class c where c.relowner = r.oid)
                    or exists (select from pg_namespace n
                        where n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create')))
            """;

    private static final String PRIVILEGES =
            """
            select t.name, string_agg(p.word, ' ' order by p.n) as privileges
            from room_table t
                cross join unnest('{select,insert,update,delete,truncate,references,trigger}'::text[])
                    with ordinality as p (word, n)
            where has_table_privilege(:role, t.oid, p.word)
                or p.word in ('select', 'insert', 'update', 'references')
                    and has_any_column_privilege(:role, t.oid, p.word)
            group by t.name
            """;

    static TenantWall of(JdbcClient owner) {
        owner.sql(ROOMS).update();
        return new TenantWall(owner);
    }

    /** Tables without a wall, and whose walls have holes. */
    List<String> unwalled() {
        return complaints(UNWALLED);
    }

    /**
     * Keys by which the rows of one tenant meet those of another, except the one that is meant to:
     * a number that two tenants had would deliver the messages of one to the other. A lock while
     * numbers are connected would hold for those only who ask for it; the key also holds for a
     * restore, a hand at the database, and code that nobody has written yet.
     */
    List<String> looseKeys() {
        return complaints(LOOSE_KEYS).stream()
                .filter(it -> MEANT_FOR_ALL.stream().noneMatch(it::startsWith))
                .toList();
    }

    /** Functions, views and rights that lead past every wall. */
    List<String> waysAround() {
        return complaints(WAYS_AROUND);
    }

    private List<String> complaints(String question) {
        return database.sql(question).query(String.class).list().stream()
                .filter(it ->
                        NOBODYS.keySet().stream().noneMatch(table -> it.startsWith(table + " ")))
                .toList();
    }

    /** What a role may do, however it came by it, for each table where it may do anything. */
    Map<String, String> privileges(String role) {
        var found = new TreeMap<String, String>();
        database.sql(PRIVILEGES)
                .param("role", role)
                .query(row -> {
                    found.put(row.getString("name"), row.getString("privileges"));
                });
        return found;
    }
}
