package io.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MokedTest
class ChannelsTest {

    @Autowired Channels channels;
    @Autowired Tenants tenants;

    @Test
    void connectsANumberToOneTenantHoweverManyAskAtOnce() throws Exception {
        var number = UUID.randomUUID().toString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    Stream.generate(() -> tenants.create("One", "en", Tenant.Kind.BUSINESS))
                            .limit(8)
                            .<Callable<Boolean>>map(tenant -> () -> connect(tenant, number))
                            .toList();
            int connected = 0;
            for (var answer : threads.invokeAll(asked)) {
                connected += answer.get() ? 1 : 0;
            }
            assertThat(connected).isEqualTo(1);
        }
    }

    private boolean connect(Tenant tenant, String number) {
        var wanted = new Channels.NewChannel("Main", number, "+1 555 000", "token", null);
        try {
            return TenantScope.call(tenant.id(), () -> channels.connect(wanted) != null);
        } catch (AlreadyConnected refused) {
            return false;
        }
    }
}
