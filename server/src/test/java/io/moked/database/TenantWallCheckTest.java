package io.moked.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moked.database.Doors.Login;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TenantWallCheckTest {

    static final Login STRANGER = new Login("stranger", "secret");

    final Doors doors = ThrowAwayDatabase.create();

    @BeforeEach
    void inviteTheStranger() {
        superuser("create role stranger login password 'secret'");
        superuser("create role friend nologin");
        superuser("grant friend to stranger");
    }

    @AfterEach
    void sendThemAway() {
        superuser("drop table if exists public.mine");
        superuser("drop role stranger");
        superuser("drop role friend");
    }

    @Test
    void letsAnOrdinaryRoleIn() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void refusesASuperuser() {
        superuser("alter role stranger superuser");

        assertRefusedBecause("it is a superuser");
    }

    @Test
    void refusesARoleThatBypassesRowSecurity() {
        superuser("alter role stranger bypassrls");

        assertRefusedBecause("it has BYPASSRLS");
    }

    @Test
    void refusesTheOwnerOfATable() {
        superuser("create table public.mine ()");
        superuser("alter table public.mine owner to stranger");

        assertRefusedBecause("it owns the table public.mine");
    }

    @Test
    void refusesWhoMayBecomeSuchARole() {
        superuser("create role insider bypassrls");
        superuser("grant insider to friend");
        try {
            assertRefusedBecause("it is a member of insider, which has BYPASSRLS");
        } finally {
            superuser("drop role insider");
        }
    }

    private void superuser(String sql) {
        ThrowAwayDatabase.asSuperuser(doors, sql);
    }

    private void assertRefusedBecause(String reason) {
        assertThatThrownBy(this::check)
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("does not run as stranger, because " + reason);
    }

    private void check() {
        TenantWallCheck.run(
                new DriverManagerDataSource(doors.url(), STRANGER.user(), STRANGER.password()),
                STRANGER);
    }
}
