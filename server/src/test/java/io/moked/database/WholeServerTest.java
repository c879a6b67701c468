package io.moked.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MokedTest
class WholeServerTest {

    @Autowired JdbcClient app;
    @Autowired WorkerDatabase worker;

    @Test
    void opensEachDoorAsItsOwnRole() {
        assertThat(app.sql("select current_user").query(String.class).single())
                .isEqualTo("moked_app");
        assertThat(worker.jdbc().sql("select current_user").query(String.class).single())
                .isEqualTo("moked_worker");
    }
}
