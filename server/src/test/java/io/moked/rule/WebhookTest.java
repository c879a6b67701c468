package io.moked.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What rules tell somebody else's server. */
@MokedTest(properties = "moked.rules.internal-calls=true")
class WebhookTest extends RuleJourney {

    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer theirs;

    private record Heard(String id, String timestamp, String signature, String body) {}

    @BeforeEach
    void listen() throws IOException {
        theirs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        theirs.createContext(
                "/hook",
                call -> {
                    var headers = call.getRequestHeaders();
                    heard.add(
                            new Heard(
                                    headers.getFirst("webhook-id"),
                                    headers.getFirst("webhook-timestamp"),
                                    headers.getFirst("webhook-signature"),
                                    new String(
                                            call.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8)));
                    call.sendResponseHeaders(answers.isEmpty() ? 204 : answers.removeFirst(), -1);
                    call.close();
                });
        theirs.createContext(
                "/endless",
                call -> {
                    call.sendResponseHeaders(200, 0);
                    call.getResponseBody().write('x');
                    call.getResponseBody().flush();
                    try {
                        end.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
        theirs.start();
    }

    @AfterEach
    void hangUp() {
        end.countDown();
        theirs.stop(0);
    }

    @Test
    void itIsToldWhatHappenedInIdsAndSignedSoThatItKnowsByWhom() throws Exception {
        var session =
                TenantScope.call(
                        business.tenant().id(), () -> Business.session(server, business.manager()));
        var renewed = new Api(port, session).post("/webhook-secret", null);
        assertThat(renewed.status()).isEqualTo(201);
        add(rule("Tell", "opening", hook()));

        var phone = says("a secret of mine");

        await().until(() -> heard.size() == 1);
        var one = heard.getFirst();
        assertThat(one.body()).contains(idOf(phone)).doesNotContain("secret").doesNotContain(phone);
        assertThat(one.signature())
                .isEqualTo("v1," + sign(renewed.body().path("secret").asString(), one));
        await().until(() -> call().path("state").asString().equals("taken"));
        assertThat(call().path("outcome").asString()).isEqualTo("204");
    }

    @Test
    void whatIsNotTakenIsTriedAgainUnderTheSameId() {
        answers.add(500);
        add(rule("Tell", "opening", hook()));
        says("hello");
        await().until(() -> call().path("attempts").asInt() == 1);
        assertThat(call().path("state").asString()).isEqualTo("waiting");

        hurry();

        await().until(() -> call().path("state").asString().equals("taken"));
        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst().id()).isEqualTo(heard.getLast().id());
    }

    @Test
    void whatIsGivenUpIsSeenAndTriedAgainByHand() {
        answers.add(410);
        add(rule("Tell", "opening", hook()));
        says("hello");
        await().until(() -> call().path("state").asString().equals("dead"));

        var path = "/webhook-calls/" + call().path("id").asString() + "/retries";
        assertThat(manager.post(path, null).status()).isEqualTo(204);

        await().until(() -> call().path("state").asString().equals("taken"));
        assertThat(manager.post(path, null).code()).isEqualTo("call-not-dead");
    }

    @Test
    void whatIsTakenIsKnownBeforeTheAnswerEnds() {
        add(rule("Tell", "opening", hook(theirs.getAddress().getPort(), "/endless")));
        says("hello");

        await().until(() -> call().path("state").asString().equals("taken"));
    }

    @Test
    void aServerThatNeverAnswersHoldsUpNoOtherBusiness() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            add(rule("Tell", "opening", hook(silent.getLocalPort(), "/")));
            for (int n = 0; n < 12; n++) {
                meta.says(business, Meta.newPhone(), "hello");
            }
            await().until(() -> manager.items("/webhook-calls").size() == 12);
            var other = Business.create(server);
            Api.of(port, other.manager()).post("/rules", rule("Tell", "opening", hook()));

            meta.says(other, Meta.newPhone(), "hello");

            await().until(() -> heard.size() == 1);
        } finally {
            server.getBean(Tenants.class).turn(business.tenant().id(), Tenant.State.SUSPENDED);
        }
    }

    private Map<String, Object> hook() {
        return hook(theirs.getAddress().getPort(), "/hook");
    }

    private static Map<String, Object> hook(int port, String path) {
        return Map.of("type", "webhook", "url", "http://localhost:" + port + path);
    }

    private JsonNode call() {
        return manager.get("/webhook-calls").path("items").path(0);
    }

    /** As if the pause were over. */
    private void hurry() {
        var store = server.getBean(WebhookCallStore.class);
        var later = Instant.now().plusSeconds(60);
        var claimed = store.claim(later, Set.of()).orElseThrow();
        store.note(claimed, WebhookCalls.State.WAITING, "500", Instant.now());
        server.getBean(TransactionTemplate.class)
                .executeWithoutResult(tx -> server.getBean(WebhookCaller.class).ringAfterCommit());
    }

    private static String sign(String secret, Heard it) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var signed = it.id() + "." + it.timestamp() + "." + it.body();
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
