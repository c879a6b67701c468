package io.moked.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.GraphStub;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.access.Users;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

@MokedTest(properties = "moked.test=a database that goes away")
class DatabaseAwayTest {

    @Autowired ApplicationContext server;
    @Autowired Doors doors;
    @Autowired WorkerDatabase worker;
    @LocalServerPort int port;

    @Test
    void whoeverStandsStillInATransactionLosesItAfterAMinute() {
        assertThat(
                        worker.jdbc()
                                .sql("show idle_in_transaction_session_timeout")
                                .query(String.class)
                                .single())
                .isEqualTo("1min");
    }

    @Test
    void nothingAcknowledgedIsLostAndEverythingResumesByItself() {
        var business = business();
        var meta = new Meta(port);
        var agent = Api.of(port, business.agent());
        var phone = Meta.newPhone();
        var acknowledged = new ArrayList<String>();
        say(meta, business, phone, "before", acknowledged);
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        var conversation = agent.conversationsOf(phone).getFirst().path("id").asString();

        ThrowAwayDatabase.takeAway(doors);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meta.says(business, phone, "not kept") == 503);
        var unread = agent.call("GET", "/conversations", null);
        assertThat(unread.status()).isEqualTo(503);
        assertThat(unread.code()).isEqualTo("unavailable");

        ThrowAwayDatabase.giveBack(doors);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> say(meta, business, phone, "after", acknowledged));
        // A connection that broke meanwhile may still be lent, and answered for with 503.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(words(agent, conversation))
                                .containsExactlyElementsOf(acknowledged));
        assertThat(agent.reply(conversation, "back again").status()).isEqualTo(201);
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
    }

    @Test
    void aThreadThatCouldNotBeginATransactionBeginsTheNextOne() {
        var business = business();
        var users = server.getBean(Users.class);
        assertThat(TenantScope.call(business.tenant().id(), users::all)).hasSize(4);
        ThrowAwayDatabase.takeAway(doors);
        assertThatThrownBy(() -> TenantScope.call(business.tenant().id(), users::all))
                .isInstanceOf(TransactionException.class);
        ThrowAwayDatabase.giveBack(doors);
        await().pollInSameThread()
                .ignoreException(CannotCreateTransactionException.class)
                .until(() -> TenantScope.call(business.tenant().id(), users::all).size() == 4);
    }

    /** Connections that the other test ended may still be in the pools. */
    private Business business() {
        return await().ignoreExceptions().until(() -> Business.create(server), Objects::nonNull);
    }

    private static boolean say(
            Meta meta, Business business, String phone, String words, List<String> acknowledged) {
        boolean kept = meta.says(business, phone, words) == 200;
        if (kept) {
            acknowledged.add(words);
        }
        return kept;
    }

    private static List<String> words(Api agent, String conversation) {
        return agent.items("/conversations/" + conversation + "/messages").stream()
                .map(it -> it.path("content").path("body").asString())
                .toList()
                .reversed();
    }
}
