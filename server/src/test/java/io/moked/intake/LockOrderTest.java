package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.Overtaken;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.FromContact;
import io.moked.channel.Inbound;
import io.moked.channel.InboundHandler;
import io.moked.channel.InboundMessage;
import io.moked.channel.Overheard;
import io.moked.channel.Sender;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two batches that meet the same conversations take them in one order, whatever theirs is, and so
 * never wait for each other.
 */
@MokedTest
class LockOrderTest extends Journey {

    /** As the database sorts them. */
    private static final Comparator<UUID> BY_BYTES = Comparator.comparing(UUID::toString);

    @Autowired InboundHandler intake;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcClient jdbc;

    @Test
    void whatContactsWriteTakesConversationsInTheOrderOfTheirIds() throws Exception {
        takesTheFirstFirst(phone ->
                new InboundMessage(channel(), Meta.newId(), sender(phone), words(), Instant.now()));
    }

    @Test
    void whatIsSaidElsewhereTakesConversationsInTheOrderOfTheirIds() throws Exception {
        takesTheFirstFirst(phone ->
                new Overheard(
                        channel(),
                        Meta.newId(),
                        sender(phone),
                        Overheard.By.PHONE,
                        words(),
                        null,
                        false,
                        Instant.now()));
    }

    private ChannelId channel() {
        return new ChannelId(business.channel());
    }

    private static Sender sender(String phone) {
        return new Sender(phone, null, null, null);
    }

    private static Content words() {
        return new Content.Text("words");
    }

    /** Somebody holds the first; a batch that waits for it holds no other. */
    private void takesTheFirstFirst(Function<String, FromContact> says) throws Exception {
        var phones = Stream.generate(Meta::newPhone).limit(3).toList();
        for (var phone : phones) {
            meta.says(business, phone, "hello?");
            idOf(phone);
        }
        var batch = Inbound.of(phones.reversed().stream().map(says).toArray(FromContact[]::new));
        var ids = phones.stream().map(it -> UUID.fromString(idOf(it))).sorted(BY_BYTES).toList();
        var tenant = business.tenant().id();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var received =
                    TenantScope.call(
                            tenant,
                            () ->
                                    transactions.execute(tx -> {
                                        lock(ids.getFirst());
                                        var waiting =
                                                threads.submit(() ->
                                                        TenantScope.run(
                                                                tenant,
                                                                () -> intake.receive(batch)));
                                        await().until(() -> Overtaken.isAnyWaiting(server));
                                        ids.stream().skip(1).forEach(this::lock);
                                        return waiting;
                                    }));
            received.get();
        }
        for (var phone : phones) {
            assertThat(wordsIn(idOf(phone))).containsExactly("hello?", "words");
        }
    }

    /** Fails at once where somebody else has it. */
    private void lock(UUID conversation) {
        jdbc.sql("select from conversation.conversation where id = :id for update nowait")
                .param("id", conversation)
                .query((row, n) -> n)
                .single();
    }
}
