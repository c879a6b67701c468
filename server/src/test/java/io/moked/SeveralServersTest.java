package io.moked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.database.DataDirectory;
import io.moked.database.Doors;
import io.moked.realtime.Console;
import io.moked.tenancy.TenantScope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A second server on the same database shares the work, and neither does it twice. */
@MokedTest
class SeveralServersTest {

    @Autowired ApplicationContext first;
    @Autowired Doors doors;
    @Autowired DataDirectory data;
    @LocalServerPort int firstPort;

    private ConfigurableApplicationContext second;
    private int secondPort;

    @BeforeEach
    void startTheSecond() {
        second =
                new SpringApplicationBuilder(MokedApplication.class)
                        .initializers(new TestDatabaseInitializer(doors, data))
                        .run("--server.port=0");
        secondPort =
                second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterEach
    void stopTheSecond() {
        second.close();
    }

    @Test
    void everyMessageIsThereOnceAndInOrderWhicheverServerTookIt() throws Exception {
        var business = Business.create(first);
        var ports = List.of(firstPort, secondPort);
        var phones = IntStream.range(0, 25).mapToObj(n -> Meta.newPhone()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var phone : phones) {
                threads.submit(() -> {
                    for (int n = 0; n < 6; n++) {
                        var message = Meta.text(phone, Meta.newId(), "word " + n);
                        new Meta(ports.get(n % 2)).deliver(business, List.of(message));
                        new Meta(ports.get((n + 1) % 2)).deliver(business, List.of(message));
                    }
                });
            }
        }
        var agent = Api.of(secondPort, business.agent());
        for (var phone : phones) {
            await().until(() -> unread(agent, phone) == 6);
            assertThat(words(agent, phone))
                    .containsExactly("word 0", "word 1", "word 2", "word 3", "word 4", "word 5");
        }
    }

    @Test
    void everyReplyIsSentOnceInItsOrder() {
        var business = Business.create(first);
        var phone = Meta.newPhone();
        new Meta(firstPort).says(business, phone, "hello?");
        var agent = Api.of(secondPort, business.agent());
        await().until(() -> unread(agent, phone) == 1);
        var conversation = agent.conversationsOf(phone).getFirst().path("id").asString();
        for (int n = 0; n < 12; n++) {
            Api.of(n % 2 == 0 ? firstPort : secondPort, business.agent())
                    .reply(conversation, "answer " + n);
        }
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 12);
        assertThat(GraphStub.get().acceptedFor(phone))
                .extracting(it -> it.path("text").path("body").asString())
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(n -> "answer " + n).toList());
    }

    /** A number's deliveries share a lane, so it takes two numbers for two to meet one person. */
    @Test
    void twoWhoBringTheSamePhoneAtOnceAreTwoPeople() throws Exception {
        var business = Business.create(first);
        var otherNumber = business.connectAnother(first);
        var phones = IntStream.range(0, 30).mapToObj(n -> Meta.newPhone()).toList();
        var agent = Api.of(firstPort, business.agent());
        for (var phone : phones) {
            new Meta(firstPort).says(business, phone, "by phone alone");
        }
        await().until(() -> agent.items("/contacts?limit=100").size() == phones.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number : List.of(business.phoneNumberId(), otherNumber)) {
                for (var phone : phones) {
                    var message = Meta.textOf(Meta.newUserId(), phone, "with an id");
                    var body =
                            Meta.body(List.of(Meta.change(number, "messages", List.of(message))));
                    threads.submit(() -> new Meta(firstPort).post(body));
                }
            }
        }
        await().until(() -> unread(agent.items("/conversations?limit=100")) == 3 * phones.size());
        assertThat(agent.items("/contacts?limit=100")).hasSize(2 * phones.size());
    }

    @Test
    @Timeout(60)
    void aSessionThatEndsOnOneServerIsHeardNoMoreOnTheOther() throws Exception {
        var business = Business.create(first);
        var session =
                TenantScope.call(
                        business.tenant().id(), () -> Business.session(first, business.agent()));
        var address = URI.create("http://localhost:" + secondPort + "/api/v1/events");
        try (var http = HttpClient.newHttpClient()) {
            var request = Api.as(session, HttpRequest.newBuilder(address)).build();
            var lines = http.send(request, BodyHandlers.ofLines()).body().iterator();
            assertThat(lines.next()).isEqualTo("event: ready");
            new Api(firstPort, session).delete("/session");
            while (lines.hasNext()) {
                lines.next();
            }
        }
        assertThat(new Api(secondPort, session).call("GET", "/me", null).status()).isEqualTo(401);
    }

    @Test
    void whoeverIsDeactivatedOnOneServerIsOutOnTheOtherWithinSeconds() throws Exception {
        var business = Business.create(first);
        var session =
                TenantScope.call(
                        business.tenant().id(), () -> Business.session(first, business.agent()));
        try (var ofSession = new Console(secondPort, session);
                var ofToken = new Console(secondPort, business.agent().token())) {
            await().until(() -> ofSession.isReady() && ofToken.isReady());
            var user = "/users/" + business.agent().id();
            Api.of(firstPort, business.administrator()).put(user + "/deactivation", null);
            ofSession.endsInTime();
            ofToken.endsInTime();
        }
        assertThat(new Api(secondPort, session).call("GET", "/me", null).status()).isEqualTo(401);
    }

    private static int unread(Api agent, String phone) {
        return unread(agent.conversationsOf(phone));
    }

    private static int unread(List<JsonNode> conversations) {
        return conversations.stream().mapToInt(it -> it.path("unread").asInt()).sum();
    }

    private static List<String> words(Api agent, String phone) {
        var conversation = agent.conversationsOf(phone).getFirst().path("id").asString();
        return agent.items("/conversations/" + conversation + "/messages").stream()
                .map(it -> it.path("content").path("body").asString())
                .toList()
                .reversed();
    }
}
