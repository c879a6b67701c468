package io.moked.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MigrationsTest {

    private final Doors doors = ThrowAwayDatabase.create();

    @Test
    void findsNothingToDoInDataOfItsOwn() {
        assertThatCode(() -> Migrations.run(doors, true)).doesNotThrowAnyException();
    }

    @Test
    void refusesTheDataOfANewerBuild() {
        addToHistory("99991231.2359");

        assertRefusedBecause("written by a newer Moked (its tables are at 99991231.2359)");
    }

    @Test
    void refusesDataWithAStepOfAnotherBuild() {
        addToHistory("20261123.1001");

        assertRefusedBecause(
                "another build of Moked, whose tables differ from this one's (in 20261123.1001)");
    }

    @Test
    void refusesDataThatMissedAStep() {
        change("delete from moked_history.flyway_schema_history where version = '20261123.1000'");

        assertRefusedBecause(
                "another build of Moked, whose tables differ from this one's (in 20261123.1000)");
    }

    @Test
    void refusesDataOfWhichAStepFailed() {
        change(
                "update moked_history.flyway_schema_history set success = false"
                        + " where installed_rank = (select max(installed_rank) from moked_history.flyway_schema_history)");
        assertRefusedBecause("another build");
    }

    @Test
    void refusesDataOfAChangedStep() {
        change(
                "update moked_history.flyway_schema_history set checksum = 1 where version = '20261123.1000'");

        assertRefusedBecause(
                "another build of Moked, whose tables differ from this one's (in 20261123.1000)");
    }

    @Test
    void leavesTheTablesOfAnOlderBuildToAServer() {
        change(
                "delete from moked_history.flyway_schema_history where installed_rank = (select max(installed_rank) from moked_history.flyway_schema_history)");

        assertThatThrownBy(() -> Migrations.run(doors, false))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("those of an older Moked");
    }

    private void addToHistory(String version) {
        change(
                """
                insert into moked_history.flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by,
                     execution_time, success)
                values (999, '%s', 'step', 'SQL', 'V1__step.sql', 1, 'moked_owner', 1, true)
                """
                        .formatted(version));
    }

    private void change(String sql) {
        ThrowAwayDatabase.asSuperuser(doors, sql);
    }

    private void assertRefusedBecause(String reason) {
        assertThatThrownBy(() -> Migrations.run(doors, true))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("--fresh")
                .hasMessageNotContaining("Flyway");
    }
}
