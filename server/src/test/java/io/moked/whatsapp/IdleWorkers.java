package io.moked.whatsapp;

import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** On a database of its own, where nobody works deliveries through: what is kept stays there. */
@MokedTest(properties = "moked.test=lanes")
abstract class IdleWorkers {

    @Autowired WorkerDatabase worker;
    @Autowired DeliveryWorkers workers;

    @BeforeEach
    void stopWork() {
        workers.stop();
        clear();
    }

    @AfterEach
    void goOn() {
        clear();
        workers.start();
    }

    final void clear() {
        worker.jdbc().sql("delete from whatsapp.delivery").update();
    }
}
