package io.moked;

import static org.awaitility.Awaitility.await;

import io.moked.tenancy.TenantScope;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What tests of messages on their way have in common: a business, its contacts and an agent. */
public abstract class Journey {

    @Autowired protected ApplicationContext server;
    @LocalServerPort protected int port;

    protected Business business;
    protected Meta meta;
    protected Api agent;

    @BeforeEach
    void open() {
        business = Business.create(server);
        meta = new Meta(port);
        agent = Api.of(port, business.agent());
    }

    protected final JsonNode conversationOf(String phone) {
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        return agent.conversationsOf(phone).getFirst();
    }

    protected final String idOf(String phone) {
        return conversationOf(phone).path("id").asString();
    }

    protected final List<String> wordsIn(String conversation) {
        return agent.items("/conversations/" + conversation + "/messages?limit=100").stream()
                .map(it -> it.path("content").path("body").asString(""))
                .toList()
                .reversed();
    }

    protected final List<String> wordsOnceThereAre(int count, String conversation) {
        await().until(() -> wordsIn(conversation).size() >= count);
        return wordsIn(conversation);
    }

    /** Changes rows behind everybody's back, as time would. */
    protected final void behindTheirBacks(String sql) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(
                                        tx -> server.getBean(JdbcClient.class).sql(sql).update()));
    }
}
