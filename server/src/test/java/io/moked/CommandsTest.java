package io.moked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.database.Doors;
import io.moked.realtime.Console;
import io.moked.signin.Tab;
import io.moked.tenancy.InstallationSecrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/** Commands about businesses and people, typed beside a server that runs. */
@MokedTest
class CommandsTest {

    private static final String PASSWORD = "nine purple lanterns";

    @Autowired ApplicationContext server;
    @Autowired Environment environment;
    @Autowired Doors doors;
    @LocalServerPort int port;

    private final Map<String, String> settings = new HashMap<>();
    private final String email = UUID.randomUUID() + "@command.example";

    /** What a command did: its exit code, and what it said. */
    private record Ran(int code, String out, String err) {

        String told(String what) {
            var line = Pattern.compile("(?m)^" + what + "\\s+(\\S+)$").matcher(out);
            assertThat(line.find()).as(out).isTrue();
            return line.group(1);
        }
    }

    @BeforeEach
    void configure() {
        settings.put("moked.data", environment.getRequiredProperty("moked.data"));
        settings.put("moked.public-url", "http://localhost:" + port);
        settings.put("moked.meta.app-secret", Meta.SECRET);
        settings.put("moked.meta.verify-token", Meta.TOKEN);
        for (var name : List.of("root", "pepper")) {
            var key = server.getBean(InstallationSecrets.class).key(name);
            settings.put("moked.secrets." + name, Base64.getEncoder().encodeToString(key));
        }
        settings.put("moked.database.url", doors.url());
        settings.put("moked.database.connections", "2");
        for (var door :
                Map.of("owner", doors.owner(), "app", doors.app(), "worker", doors.worker())
                        .entrySet()) {
            var login = door.getValue();
            settings.put("moked.database." + door.getKey() + ".user", login.user());
            settings.put("moked.database." + door.getKey() + ".password", login.password());
        }
        settings.forEach(System::setProperty);
    }

    @AfterEach
    void forget() {
        settings.keySet().forEach(System::clearProperty);
    }

    private static Ran run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                Moked.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(words);
        return new Ran(code, out.toString(), err.toString());
    }

    private Ran found() {
        return run(
                "tenant",
                "create",
                "--name",
                "Corner Shop",
                "--language",
                "he",
                "--admin-name",
                "Ada",
                "--admin-email",
                email);
    }

    private Tab choose(String link) {
        var tab = Tab.open(port).with("Link-Secret", link.substring(link.indexOf('#') + 1));
        var answer = tab.put("/password-link/password", Map.of("password", PASSWORD));
        assertThat(answer.status()).isEqualTo(204);
        return tab;
    }

    private static String role(Tab tab) {
        return tab.get("/me").body().path("user").path("role").asString();
    }

    @Test
    void tenantCreateFoundsABusinessAndPrintsTheLinkOnWhichItsAdministratorBegins() {
        var founded = found();
        assertThat(founded.code()).as(founded.err()).isZero();
        assertThat(founded.told("link")).startsWith("http://localhost:" + port + "/password#");
        var tab = choose(founded.told("link"));
        assertThat(tab.signIn(email, PASSWORD).status()).isEqualTo(201);
        assertThat(role(tab)).isEqualTo("administrator");
        assertThat(run("tenant", "list").out())
                .contains(founded.told("tenant"), "Corner Shop", "active")
                .doesNotContain(email);
    }

    @Test
    void aBusinessIsSuspendedResumedAndEnded() throws Exception {
        var founded = found();
        var id = founded.told("tenant");
        var tab = choose(founded.told("link"));
        tab.signIn(email, PASSWORD);
        try (var console = new Console(port, tab.cookies().get("moked"))) {
            await().until(console::isReady);
            assertThat(run("tenant", "suspend", id).out()).contains("Corner Shop is suspended");
            await().until(console::isOver);
        }
        assertThat(tab.get("/me").status()).isEqualTo(401);
        assertThat(tab.signIn(email, PASSWORD).code()).isEqualTo("tenant-closed");
        assertThat(run("tenant", "resume", id).code()).isZero();
        assertThat(tab.signIn(email, PASSWORD).status()).isEqualTo(201);
        assertThat(run("tenant", "end", id).code()).isZero();
        assertThat(tab.signIn(email, PASSWORD).code()).isEqualTo("tenant-closed");
        assertThat(run("tenant", "list").out()).containsPattern(id + " +ended");
    }

    @Test
    void operatorCreatePrintsTheLinkOnWhichAnOperatorBegins() {
        var added = run("operator", "create", "--name", "Otto", "--email", email);
        assertThat(added.code()).as(added.err()).isZero();
        var tab = choose(added.told("link"));
        tab.signIn(email, PASSWORD);
        assertThat(role(tab)).isEqualTo("operator");
    }

    @Test
    void userResetLinkLetsSomebodyInWhoForgotTheirPassword() {
        var business = Business.create(server);
        var forgetful = business.agent().user();
        var printed =
                run("user", "reset-link", forgetful.email().toUpperCase(java.util.Locale.ROOT));
        assertThat(printed.code()).as(printed.err()).isZero();
        var tab = choose(printed.told(business.tenant().id().value().toString()));
        assertThat(tab.signIn(forgetful.email(), PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void whatCannotBeDoneIsSaidInASentenceWithACodeForScripts() {
        var nowhere = UUID.randomUUID().toString();
        for (var words :
                List.of(
                        List.of("tenant", "suspend", nowhere),
                        List.of("user", "reset-link", nowhere + "@nowhere.example"))) {
            var declined = run(words.toArray(String[]::new));
            assertThat(declined.code()).as(words.toString()).isEqualTo(65);
            assertThat(declined.err()).isEqualToIgnoringNewLines("Declined: not-found.");
        }
        var malformed = run("operator", "create", "--name", "Otto", "--email", "no address");
        assertThat(malformed.code()).isEqualTo(2);
        assertThat(malformed.err()).contains("--email cannot be 'no address'");
    }

    @Test
    void nothingIsDoneWithSettingsThatAServerWouldRefuse() {
        System.clearProperty("moked.secrets.root");
        var refused = found();
        assertThat(refused.code()).isEqualTo(78);
        assertThat(refused.err()).startsWith("MOKED_SECRETS_ROOT is missing");
    }

    /** A copy of the data must not send, and a command that ends must not hold a send. */
    @Test
    void aCommandDoesNothingButWhatItIsAskedFor() {
        try (var office = Office.open()) {
            var ours =
                    office.getBeansOfType(SmartLifecycle.class).values().stream()
                            .filter(it -> it.getClass().getPackageName().startsWith("io.moked"))
                            .toList();
            assertThat(ours).hasSizeGreaterThan(4).noneMatch(SmartLifecycle::isRunning);
        }
    }

    @Test
    void everyCommandHelps() {
        for (var words :
                List.of(
                        "tenant",
                        "tenant create",
                        "tenant list",
                        "tenant suspend",
                        "tenant resume",
                        "tenant end",
                        "operator",
                        "operator create",
                        "user",
                        "user reset-link")) {
            var asked = Arrays.copyOf(words.split(" "), words.split(" ").length + 1);
            asked[asked.length - 1] = "--help";
            assertThat(run(asked).code()).as(words).isZero();
        }
    }
}
