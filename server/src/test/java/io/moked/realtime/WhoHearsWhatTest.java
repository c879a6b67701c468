package io.moked.realtime;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.access.Role;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.journal.Kinds;
import io.moked.tenancy.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens is told to those whom this table names, and to nobody else. */
@MokedTest
class WhoHearsWhatTest {

    /** Agents: everywhere, in the department concerned, in another; a program that only reads. */
    private static final Map<String, Set<String>> TABLE =
            table(Path.of("src/test/resources/who-hears-what.txt"));

    /** After these everybody must show anew who they are. */
    private static final Set<String> CLOSES = Set.of("access.role-changed", "access.tenant-closed");

    private static final List<String> OTHERS =
            TABLE.keySet().stream().filter(it -> !CLOSES.contains(it)).toList();

    @Autowired ApplicationContext server;
    @Autowired Journal journal;
    @LocalServerPort int port;

    private final Map<String, String> listeners = new LinkedHashMap<>();
    private Business business;
    private UUID conversation;
    private UUID file;

    @BeforeEach
    void hireEverybody() throws Exception {
        business = Business.create(server);
        var session =
                TenantScope.call(
                        business.tenant().id(),
                        () -> Business.session(server, business.administrator()));
        var administrator = new Api(port, session);
        receiveAFile(administrator);
        listeners.put("administrator", business.administrator().token());
        listeners.put("manager", business.manager().token());
        listeners.put("agent", agent(null));
        try (var watcher = new Console(port, business.administrator().token())) {
            await().until(watcher::isReady);
            listeners.put("here", agent(business.department()));
            listeners.put("elsewhere", agent(business.addDepartment(server)));
            await().until(() -> watcher.count("access.roles-changed") == 2);
        }
        var narrow = Map.of("name", "robot", "permissions", List.of("READ_CONVERSATIONS"));
        var program = administrator.post("/api-tokens", narrow);
        listeners.put("program", program.body().path("secret").asString());
    }

    private void receiveAFile(Api administrator) {
        new Meta(port).says(business, Meta.newPhone(), "hello?");
        await().until(() -> administrator.items("/conversations").size() == 1);
        var only = administrator.items("/conversations").getFirst();
        conversation = UUID.fromString(only.path("id").asString());
        var sent = administrator.upload("words.txt", "text/plain", new byte[1]).body();
        file = UUID.fromString(sent.path("id").asString());
        inTenant(jdbc ->
                jdbc.sql(
                                """
                                insert into conversation.shared_file (tenant_id, media_id, conversation_id)
                                values (tenancy.current_tenant(), :file, :conversation)
                                """)
                        .param("file", file)
                        .param("conversation", conversation)
                        .update());
    }

    private String agent(@Nullable UUID department) {
        var member =
                TenantScope.call(
                        business.tenant().id(), () -> Business.member(server, "Agent", Role.AGENT));
        if (department != null) {
            var role = Map.of("role", "agent", "departments", List.of(department));
            Api.of(port, business.administrator())
                    .call("PATCH", "/users/" + member.id(), Map.of("roles", List.of(role)));
        }
        return member.token();
    }

    @Test
    void everyKindIsInTheTable() {
        assertThat(TABLE.keySet()).isEqualTo(Kinds.ALL);
    }

    @Test
    void asItHappens() throws Exception {
        var open = open(null);
        open.values().forEach(it -> await().until(it::isReady));
        check(open, happen(OTHERS), OTHERS);
    }

    @Test
    void andWhenTheyComeBackAndAreToldWhatTheyMissed() throws Exception {
        var kinds = Stream.concat(OTHERS.stream(), CLOSES.stream()).toList();
        String seen;
        UUID last;
        try (var watcher = new Console(port, business.administrator().token())) {
            await().until(watcher::isReady);
            seen = watcher.heard.getFirst().id();
            last = happen(kinds);
            await().until(watcher::isOver);
        }
        check(open(seen), last, kinds);
    }

    private Map<String, Console> open(@Nullable String seen) throws Exception {
        var open = new LinkedHashMap<String, Console>();
        for (var listener : listeners.entrySet()) {
            open.put(listener.getKey(), new Console(port, listener.getValue(), seen));
        }
        return open;
    }

    /** One of each, and a last one that everybody hears. */
    private UUID happen(List<String> kinds) {
        var last = UUID.randomUUID();
        var facts = new ArrayList<Fact>();
        kinds.forEach(kind -> facts.add(Fact.of(kind, subject(kind))));
        facts.add(Fact.of("channel.connected", last));
        inTenant(jdbc -> journal.append(facts));
        return last;
    }

    private UUID subject(String kind) {
        return switch (kind.substring(0, kind.indexOf('.'))) {
            case "conversation", "target" -> conversation;
            case "media" -> file;
            default -> UUID.randomUUID();
        };
    }

    private void check(Map<String, Console> open, UUID last, List<String> kinds) throws Exception {
        var heard = kinds.stream().collect(toMap(kind -> kind, kind -> new TreeSet<String>()));
        for (var listener : open.entrySet()) {
            try (var console = listener.getValue()) {
                await().until(() -> console.heard(last.toString()));
                console.names().stream()
                        .filter(heard::containsKey)
                        .forEach(kind -> heard.get(kind).add(listener.getKey()));
            }
        }
        assertThat(TABLE).containsAllEntriesOf(heard);
    }

    private void inTenant(Consumer<JdbcClient> work) {
        var rows = server.getBean(JdbcClient.class);
        var inOne = server.getBean(TransactionTemplate.class);
        TenantScope.run(
                business.tenant().id(), () -> inOne.executeWithoutResult(tx -> work.accept(rows)));
    }

    private static Map<String, Set<String>> table(Path rows) {
        return lines(rows).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" +")))
                .collect(toMap(List::getFirst, it -> Set.copyOf(it.subList(1, it.size()))));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
