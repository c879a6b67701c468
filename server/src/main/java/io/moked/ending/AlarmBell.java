package io.moked.ending;

import io.moked.timetable.Bell;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Rung where something new falls due. */
@Component
class AlarmBell extends Bell {

    /** Once this transaction is over, and what falls due can be seen. */
    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ring();
                    }
                });
    }
}
