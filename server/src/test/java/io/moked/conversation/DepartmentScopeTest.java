package io.moked.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.realtime.Console;
import io.moked.tenancy.TenantScope;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever works for some departments reaches their conversations, and those given to them. */
@MokedTest
class DepartmentScopeTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Business business;
    private UUID department;
    private Api administrator;
    private Api agent;

    @BeforeEach
    void limitTheAgent() throws Exception {
        business = Business.create(server);
        administrator = Api.of(port, business.administrator());
        agent = Api.of(port, business.agent());
        department = business.addDepartment(server);
        var role = Map.of("role", "agent", "departments", List.of(department));
        var user = "/users/" + business.agent().id();
        try (var watcher = new Console(port, business.administrator().token())) {
            await().until(watcher::isReady);
            administrator.call("PATCH", user, Map.of("roles", List.of(role)));
            await().until(() -> watcher.heard("access.roles-changed"));
        }
    }

    private void inTenant(Consumer<JdbcClient> work) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(
                                        tx -> work.accept(server.getBean(JdbcClient.class))));
    }

    private String conversation(boolean isTheirs) {
        var phone = Meta.newPhone();
        new Meta(port).says(business, phone, "hello?");
        await().until(() -> administrator.conversationsOf(phone).size() == 1);
        var id = administrator.conversationsOf(phone).getFirst().path("id").asString();
        if (isTheirs) {
            inTenant(jdbc ->
                    jdbc.sql(
                                    """
                                    with line as (
                                        update routing.waiting set department_id = :department
                                        where conversation_id = :id
                                    )
                                    update conversation.conversation set department_id = :department
                                    where id = :id
                                    """)
                            .param("department", department)
                            .param("id", UUID.fromString(id))
                            .update());
        }
        return id;
    }

    private static Map<String, Object> give(UUID user) {
        var body = new HashMap<String, Object>();
        body.put("assigneeId", user);
        body.put("expected", null);
        return body;
    }

    /** Every address below a conversation, with all that any body could need. */
    private Stream<Api.Answer> knockAtAll(String conversation) {
        var body = new HashMap<String, Object>(Map.of("clientId", UUID.randomUUID()));
        body.putAll(Map.of("body", "words", "labels", List.of("urgent"), "priority", "high"));
        body.put("content", Map.of("type", "text", "body", "words"));
        List.of("assigneeId", "agentId").forEach(it -> body.put(it, business.agent().id()));
        List.of("required", "preferred").forEach(it -> body.put(it, List.of()));
        return server
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(it ->
                        it.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/v1/conversations/{id}"))
                                .flatMap(path ->
                                        it.getMethodsCondition().getMethods().stream()
                                                .map(method ->
                                                        knock(
                                                                method.name(),
                                                                path,
                                                                conversation,
                                                                body))));
    }

    private Api.Answer knock(String method, String path, String conversation, Object body) {
        var address =
                path.substring("/api/v1".length())
                        .replace("{id}", conversation)
                        .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        return agent.call(method, address, method.equals("GET") ? null : body);
    }

    @Test
    void whatIsOfAnotherDepartmentIsNotThere() {
        var other = conversation(false);
        assertThat(knockAtAll(other)).hasSizeGreaterThan(10).allMatch(it -> it.status() == 404);
        assertThat(agent.items("/conversations")).isEmpty();
        assertThat(agent.get("/conversations/counts").toString())
                .contains("\"queue\":{\"count\":0", "\"open\":{\"count\":0");
        var next = "/departments/" + business.department() + "/next-assignment";
        assertThat(agent.post(next, null).status()).isEqualTo(404);
        administrator.put(
                "/conversations/" + other + "/labels", Map.of("labels", List.of("secret")));
        assertThat(agent.items("/labels")).isEmpty();
        assertThat(administrator.get("/departments").toString()).contains("\"waiting\":1");
        assertThat(agent.get("/departments").toString()).doesNotContain("\"waiting\":1");
    }

    @Test
    void whatIsOfTheirsIsThere() {
        var theirs = conversation(true);
        assertThat(agent.items("/conversations")).hasSize(1);
        assertThat(agent.get("/conversations/counts").toString())
                .contains("\"queue\":{\"count\":1", "\"open\":{\"count\":1");
        assertThat(agent.post("/departments/" + department + "/next-assignment", null).status())
                .isEqualTo(200);
        assertThat(agent.reply(theirs, "Good morning").status()).isEqualTo(201);
        assertThat(knockAtAll(theirs)).noneMatch(it -> it.status() == 403);
    }

    @Test
    void whatIsGivenToThemIsTheirsWhereverItIsFrom() {
        var other = conversation(false);
        administrator.put("/conversations/" + other + "/assignment", give(business.agent().id()));
        assertThat(agent.reply(other, "I take care of it").status()).isEqualTo(201);
        assertThat(agent.items("/conversations")).hasSize(1);
        assertThat(agent.delete("/conversations/" + other + "/assignment").status()).isEqualTo(200);
        assertThat(agent.call("GET", "/conversations/" + other, null).status()).isEqualTo(404);
    }

    @Test
    void theStreamTellsOfTheirsAndOfWhatTheyLose() throws Exception {
        try (var console = new Console(port, business.agent().token());
                var witness = new Console(port, business.administrator().token())) {
            await().until(() -> console.isReady() && witness.isReady());
            var other = conversation(false);
            var assignment = "/conversations/" + other + "/assignment";
            administrator.put(assignment, give(business.colleague().id()));
            // What is told later is told to whoever may read the conversation by then.
            await().until(() -> witness.heard("conversation.assigned"));
            administrator.put(
                    assignment,
                    Map.of(
                            "assigneeId",
                            business.agent().id(),
                            "expected",
                            business.colleague().id()));
            await().until(() ->
                    console.heard("assigneeId\":\"" + business.agent().id())
                            && console.heard(other));
            assertThat(console.count("conversation.")).isEqualTo(1);
            administrator.delete(assignment);
            await().until(() -> console.heard("conversation.unassigned"));
            administrator.post("/conversations/" + other + "/resolution", null);
            var theirs = conversation(true);
            administrator.post(
                    "/conversations/" + theirs + "/notes",
                    Map.of("clientId", UUID.randomUUID(), "body", "a note"));
            await().until(() -> console.heard("conversation.noted"));
            assertThat(console.heard("conversation.resolved")).isFalse();
        }
    }

    @Test
    void aFileIsReadWhereItWasSent() throws Exception {
        var other = conversation(false);
        var theirs = conversation(true);
        var file = file();
        assertThat(agent.call("GET", "/media/" + file, null).status()).isEqualTo(200);
        send(administrator, file, other);
        assertThat(agent.call("GET", "/media/" + file, null).status()).isEqualTo(404);
        assertThat(sent(agent, file, theirs)).isEqualTo(404);
        send(administrator, file, theirs);
        assertThat(agent.call("GET", "/media/" + file, null).status()).isEqualTo(200);
    }

    private UUID file() throws Exception {
        var bytes =
                new ByteArrayInputStream("words".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return TenantScope.call(
                business.tenant().id(),
                () -> server.getBean(MediaLibrary.class).add("text/plain", "a.txt", 5, bytes).id());
    }

    private static void send(Api somebody, UUID file, String conversation) {
        assertThat(sent(somebody, file, conversation)).isEqualTo(201);
    }

    private static int sent(Api somebody, UUID file, String conversation) {
        var content = Map.of("type", "document", "mediaId", new MediaId(file).value());
        var reply = Map.of("clientId", UUID.randomUUID(), "content", content);
        return somebody.post("/conversations/" + conversation + "/replies", reply).status();
    }

    @Test
    void nobodyIsGivenWhatTheyMayNotAnswer() {
        var readers = Map.of("name", "Readers", "permissions", List.of("READ_CONVERSATIONS"));
        var role = administrator.post("/roles", readers).body().path("id").asString();
        var user = "/users/" + business.colleague().id();
        var held = Map.of("roles", List.of(Map.of("role", role)));
        administrator.call("PATCH", user, held);
        var assignment = "/conversations/" + conversation(false) + "/assignment";
        assertThat(administrator.put(assignment, give(business.colleague().id())).code())
                .isEqualTo("assignee-cannot-answer");
        administrator.put(user + "/deactivation", null);
        assertThat(administrator.put(assignment, give(business.colleague().id())).status())
                .isEqualTo(404);
    }
}
