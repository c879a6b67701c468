package io.moked.sending;

import io.moked.channel.ChannelGateway;
import io.moked.sending.ReadMarks.Mark;
import io.moked.tenancy.TenantScope;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells networks that somebody writes, beside whatever else goes on; what fails is left out. */
@Component
class WritingSigns {

    private static final Logger LOG = LoggerFactory.getLogger(WritingSigns.class);

    /** More than so many would be late anyway. */
    private static final int AT_ONCE = 16;

    private final OutgoingMessages messages;
    private final ChannelGateway gateway;
    private final Semaphore free = new Semaphore(AT_ONCE);

    WritingSigns(OutgoingMessages messages, ChannelGateway gateway) {
        this.messages = messages;
        this.gateway = gateway;
    }

    void show(Mark mark) {
        if (!free.tryAcquire()) {
            return;
        }
        var tenant = TenantScope.current();
        Thread.ofVirtual()
                .name("writing-sign")
                .start(() -> {
                    try {
                        TenantScope.run(tenant, () -> tell(mark));
                    } catch (RuntimeException away) {
                        LOG.debug("A sign was left out: {}", away.getClass().getSimpleName());
                    } finally {
                        free.release();
                    }
                });
    }

    private void tell(Mark mark) {
        messages.externalId(mark.message())
                .ifPresent(it -> gateway.showRead(mark.channel(), it, true));
    }
}
