package io.moked.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import io.moked.signin.TurnedClock;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters on their way to a real SMTP server. */
@MokedTest
@Import(TurnedClock.class)
class LettersTest {

    private static final URI LINK = URI.create("https://moked.example/welcome/abc?x=1&y=2");

    @Autowired TurnedClock.Hand clock;
    @Autowired Letters letters;
    @Autowired Tenants tenants;
    @Autowired WorkerDatabase worker;
    @Autowired JdbcClient app;
    @Autowired TransactionTemplate transactions;

    private final String address = UUID.randomUUID() + "@test.example";
    private TenantId tenant;

    @BeforeEach
    void found() {
        tenant = tenants.create("Test & Co", "en", Tenant.Kind.BUSINESS).id();
    }

    @AfterEach
    void setRight() {
        clock.turnBack();
    }

    private Letter letter(String language, String name, Instant until) {
        return new Letter(
                "invitation",
                language,
                name,
                address,
                List.of("Bloom & <Co>", "Dana", "7"),
                LINK,
                until);
    }

    private UUID write(Letter letter) {
        return TenantScope.call(tenant, () -> letters.write(letter));
    }

    private Letters.State state(UUID id) {
        return TenantScope.call(tenant, () -> letters.states(List.of(id)).get(id));
    }

    private static Instant tomorrow() {
        return Instant.now().plusSeconds(86_400);
    }

    @Test
    void aLetterArrivesAsTextAndAsPage() throws Exception {
        var id = write(letter("en", "Sam Carter", tomorrow()));
        var arrived = Mailbox.only(address);
        assertThat(arrived.subject()).isEqualTo("Bloom & <Co> invites you to Moked");
        assertThat(arrived.plain()).contains("Hello Sam Carter,").contains(LINK.toString());
        assertThat(arrived.page())
                .contains("dir=\"ltr\"", "Bloom &amp; &lt;Co&gt;", "x=1&amp;y=2")
                .doesNotContain("<Co>");
        assertThat(arrived.message().getMessageID()).isEqualTo("<" + id + "@moked.example>");
        await().until(() -> state(id) == Letters.State.SENT);
    }

    @Test
    void aHebrewLetterReadsFromTheRight() {
        write(letter("he", "נועה לוי", tomorrow()));
        var arrived = Mailbox.only(address);
        assertThat(arrived.subject()).contains("הזמנה");
        assertThat(arrived.plain()).contains("שלום נועה לוי,");
        assertThat(arrived.page()).contains("<html lang=\"he\" dir=\"rtl\">");
    }

    @Test
    void aNameEndsNoLineAndReachesNoHeader() throws Exception {
        var name = "Eve\r\nBcc: everybody@test.example\r\n\r\nAnother body";
        var values = List.of("Bloom\r\nX-Forged: yes", "Dana\nX-Forged: yes", "7");
        write(new Letter("invitation", "en", name, address, values, LINK, tomorrow()));
        var arrived = Mailbox.only(address);
        var message = arrived.message();
        assertThat(Collections.list(message.getAllHeaders()))
                .extracting(header -> header.getName())
                .doesNotContain("Bcc", "X-Forged");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(arrived.plain())
                .startsWith("Hello Eve Bcc: everybody@test.example Another body,\n");
    }

    @Test
    void nothingOfALetterLiesOpenAndNothingStaysOnceItIsOver() {
        var id = write(letter("en", "Sam Carter", tomorrow()));
        await().until(() -> state(id) == Letters.State.SENT);
        var left =
                worker.jdbc()
                        .sql("select to_jsonb(l)::text from mail.letter l where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single();
        assertThat(left).contains("\"sealed\": null").doesNotContain("Sam", address, "abc");
    }

    @Test
    void aLetterThatNobodyNeedsAnyMoreIsNotSent() {
        var id = write(letter("en", "Sam Carter", Instant.now().minusSeconds(1)));
        await().until(() -> state(id) == Letters.State.FAILED);
        assertThat(Mailbox.to(address)).isEmpty();
    }

    /** Nobody sees it before the clock has been set back. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aLetterWaitsForNoTimeThatWasWrongHoweverOftenItWasTried(int attempts) {
        TenantScope.run(
                tenant,
                () ->
                        transactions.executeWithoutResult(tx -> {
                            clock.turn(Duration.ofHours(20));
                            var id = letters.write(letter("en", "Sam", tomorrow()));
                            app.sql("update mail.letter set attempts = :attempts where id = :id")
                                    .param("attempts", attempts)
                                    .param("id", id)
                                    .update();
                            clock.turnBack();
                        }));
        assertThat(Mailbox.only(address).subject()).contains("invites you");
    }

    @Test
    void aLetterOfATransactionThatFailsIsNeverWritten() {
        var id =
                TenantScope.call(
                        tenant,
                        () ->
                                transactions.execute(tx -> {
                                    tx.setRollbackOnly();
                                    return letters.write(letter("en", "Sam", tomorrow()));
                                }));
        assertThat(state(id)).isNull();
        assertThat(Mailbox.to(address)).isEmpty();
    }

    @Test
    void triesGoOnForADay() {
        long seconds = 0;
        for (int attempt = 1; attempt < Postman.MOST_ATTEMPTS; attempt++) {
            seconds += Postman.pause(attempt).toSeconds();
        }
        assertThat(seconds / 3600.0).isBetween(22.0, 26.0);
    }
}
