package io.moked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            reviewed(
                    """
                    access.api_token         | select update               | a token comes before its tenant
                    access.app_user          | select                      | so does the address of who signs in
                    access.failed_sign_in    | select delete               | those too old are swept away
                    access.role              | select                      | and what its user may
                    access.user_role         | select                      | the same
                    access.session           | select update delete        | so does a session
                    audit.entry              | insert                      | it follows the journal of all tenants
                    broadcast.broadcast      | select update               | broadcasts of all tenants go on in turn
                    broadcast.recipient      | select update               | their progress follows the journal
                    channel.channel          | select                      | a delivery names no more than the number
                    contactlist.list         | select delete               | lists of all tenants are taken in in turn
                    conversation.parked_receipt | select delete            | those too old are swept away
                    factor.passkey           | select update               | so does a passkey
                    factor.spent_challenge   | select insert delete        | it is nobody's
                    factor.throttle          | select insert update delete | it is nobody's
                    journal.entry            | select delete               | its readers read all tenants, and old ones go
                    journal.follower         | select insert update        | it is nobody's
                    journal.swept            | select update               | it is nobody's
                    invitation.link          | select delete               | so does a link that was mailed
                    mail.letter              | select update delete        | letters of all tenants go to one mail server
                    media.examination        | select update               | files of all tenants are looked into in turn
                    metaapp.app              | select update               | so does the key of an app
                    sending.number_pace      | select insert update        | the outbox is claimed over all tenants
                    sending.outbox           | select update delete        | the same
                    sending.pair_pace        | select insert update delete | the same
                    sending.read_mark        | select update delete        | the same
                    template.account         | select insert update        | accounts of all tenants are asked for in turn
                    tenancy.key_set          | select insert               | a tenant and its keys are made together
                    tenancy.tenant           | select insert update        | tenants are made and listed
                    timetable.work           | select insert update        | it is nobody's
                    whatsapp.dead_letter     | select insert delete        | it is nobody's
                    whatsapp.delivery        | select insert update delete | it is nobody's
                    whatsapp.media_fetch     | select update delete        | files of all tenants are fetched in turn
                    whatsapp.unread_change   | select insert delete        | it is nobody's
                    """);

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

    private static Map<String, String> reviewed(String doors) {
        return doors.lines()
                .map(line -> line.split("\\s*\\|\\s*"))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    }
}
