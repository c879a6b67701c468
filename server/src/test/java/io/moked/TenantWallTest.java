package io.moked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wall between tenants stands, whatever the server asks of the database. */
class TenantWallTest {

    /** What the jobs that span tenants may do, and why; nothing else is open to them. */
    private static final Map<String, String> DOORS =
            reviewed(Path.of("src/test/resources/worker-doors.txt"));

    private static final UUID OURS = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();
    private static final TestDatabase DATABASE = TestDatabase.create();

    @Test
    void everyTableOfATenantIsWalledOff() {
        DATABASE.asOwner(owner -> assertThat(TenantWall.of(owner).unwalled()).isEmpty());
    }

    @Test
    void everyKeyBeginsWithItsTenant() {
        DATABASE.asOwner(owner -> assertThat(TenantWall.of(owner).looseKeys()).isEmpty());
    }

    @Test
    void thereIsNoWayAround() {
        DATABASE.asOwner(owner -> assertThat(TenantWall.of(owner).waysAround()).isEmpty());
    }

    @Test
    void theApplicationReadsAndWritesOnlyBehindTheWall() {
        DATABASE.asOwner(owner -> {
            var privileges = TenantWall.of(owner).privileges("moked_app");
            assertThat(privileges)
                    .doesNotContainKeys(TenantWall.NOBODYS.keySet().toArray(String[]::new));
            assertThat(privileges.values())
                    .allMatch(it -> "select insert update delete".startsWith(it));
        });
    }

    @Test
    void theWorkerHasTheReviewedDoorsOnly() {
        DATABASE.asOwner(owner ->
                assertThat(TenantWall.of(owner).privileges("moked_worker")).isEqualTo(DOORS));
    }

    @ValueSource(
            strings = {
                "create table contact.loose (tenant_id uuid, id uuid, primary key (tenant_id, id))",
                "alter table contact.contact disable row level security",
                "alter table contact.contact no force row level security",
                "create policy hole on contact.contact to moked_app using (true)",
                "alter policy tenant_wall on contact.contact using (true)",
                "alter policy tenant_wall on contact.contact with check (true)",
                "alter policy tenant_wall on contact.contact to public",
                "create policy search on contact.identity for select to current_user using (true)",
                "alter policy search on contact.contact to public"
            })
    @ParameterizedTest
    void missesAWall(String damage) {
        DATABASE.asOwner(owner -> {
            owner.sql(damage).update();
            assertThat(TenantWall.of(owner).unwalled()).isNotEmpty();
        });
    }

    @ValueSource(
            strings = {
                "alter table contact.contact add unique (name, tenant_id)",
                "create unique index loose on contact.contact (id)",
                "create unique index loose on contact.contact (lower(name), tenant_id)",
                "create table contact.loose (tenant_id uuid, id uuid primary key)",
                "alter table contact.identity add foreign key (contact_id, tenant_id)"
                        + " references contact.contact (id, tenant_id)"
            })
    @ParameterizedTest
    void missesTheTenantInAKey(String damage) {
        DATABASE.asOwner(owner -> {
            owner.sql("alter table contact.contact add unique (id, tenant_id)").update();
            var before = TenantWall.of(owner).looseKeys();
            owner.sql(damage).update();
            assertThat(new TenantWall(owner).looseKeys()).hasSizeGreaterThan(before.size());
        });
    }

    @ValueSource(
            strings = {
                "create view contact.everybody as select * from contact.contact",
                "create materialized view contact.everybody as select * from contact.contact",
                "create function contact.everybody() returns bigint language sql security definer "
                        + "return (select count(*) from contact.contact)",
                "grant create on schema contact to moked_app",
                "alter function contact.search reset search_path",
                "grant execute on function contact.search to public",
                "alter function search.find reset search_path",
                "grant execute on function search.find to public",
                """
                create or replace function contact.search(
                    wanted text, digits text, other text, before_at timestamptz, before_id uuid, most int) returns setof uuid
                language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
                declare tenant constant uuid := tenancy.current_tenant();
                begin return query select c.id from contact.contact c where c.name = wanted; end $$\
                """
            })
    @ParameterizedTest
    void findsAWayAround(String damage) {
        DATABASE.asOwner(owner -> {
            owner.sql(damage).update();
            assertThat(TenantWall.of(owner).waysAround()).isNotEmpty();
        });
    }

    @ValueSource(
            strings = {
                "grant truncate on contact.contact to moked_worker",
                "grant select on contact.contact to public",
                "grant select (name) on contact.contact to moked_worker"
            })
    @ParameterizedTest
    void findsANewDoor(String damage) {
        DATABASE.asOwner(owner -> {
            owner.sql(damage).update();
            assertThat(TenantWall.of(owner).privileges("moked_worker")).isNotEqualTo(DOORS);
        });
    }

    @Test
    void whoeverNamesNoTenantSeesNothing() {
        DATABASE.asApp(app -> {
            addToBoth(app);
            enter(app, "");
            assertThat(tenantsSeen(app)).isEmpty();
        });
    }

    @Test
    void whoeverNeverNamedATenantIsNobody() {
        DATABASE.asApp(app ->
                assertThat(app.sql("select tenancy.current_tenant()").query().singleColumn())
                        .containsOnlyNulls());
    }

    @Test
    void aTenantSeesItsOwnRowsOnly() {
        DATABASE.asApp(app -> {
            addToBoth(app);
            enter(app, OURS.toString());
            assertThat(tenantsSeen(app)).containsExactly(OURS);
        });
    }

    @Test
    void aTenantChangesItsOwnRowsOnly() {
        DATABASE.asApp(app -> {
            addToBoth(app);
            enter(app, OURS.toString());
            assertThat(app.sql("update contact.contact set name = 'Other'").update()).isEqualTo(1);
            assertThat(app.sql("delete from contact.contact").update()).isEqualTo(1);
        });
    }

    @Test
    void nobodyWritesForAnotherTenant() {
        DATABASE.asApp(app -> {
            enter(app, OURS.toString());
            assertThatThrownBy(() -> add(app, THEIRS))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("row-level security");
        });
    }

    private static void addToBoth(JdbcClient app) {
        for (var tenant : List.of(OURS, THEIRS)) {
            enter(app, tenant.toString());
            add(app, tenant);
        }
    }

    private static void enter(JdbcClient app, String tenant) {
        app.sql("select set_config('app.tenant', :tenant, true)")
                .param("tenant", tenant)
                .query(String.class)
                .single();
    }

    private static void add(JdbcClient app, UUID tenant) {
        app.sql(
                        """
                        insert into contact.contact (tenant_id, id, name, first_seen_at, last_seen_at)
                        values (:tenant, gen_random_uuid(), 'Same Name', now(), now())
                        """)
                .param("tenant", tenant)
                .update();
    }

    private static List<UUID> tenantsSeen(JdbcClient app) {
        return app.sql("select tenant_id from contact.contact").query(UUID.class).list();
    }

    private static Map<String, String> reviewed(Path doors) {
        return Sources.text(doors)
                .lines()
                .map(line -> line.split("\\s*\\|\\s*"))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    }
}
