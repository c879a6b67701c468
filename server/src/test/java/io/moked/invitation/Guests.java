package io.moked.invitation;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import io.moked.mail.Mailbox;
import io.moked.signin.Tab;
import io.moked.signin.TurnedClock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What tests of mailed links have in common: a business, somebody new, and a clock to turn. */
@MokedTest
@Import(TurnedClock.class)
abstract class Guests {

    static final String PASSWORD = "nine purple lanterns";

    @Autowired ApplicationContext server;
    @Autowired TurnedClock.Hand clock;
    @LocalServerPort int port;

    final String email = UUID.randomUUID() + "@guest.example";
    Business business;
    Api administrator;

    @BeforeEach
    void openBusiness() {
        forgetMail();
        business = Business.create(server);
        administrator = Api.of(port, business.administrator());
    }

    /**
     * All programs of these tests come from one network, and mail more than that may in an hour.
     */
    private void forgetMail() {
        var worker = server.getBean(WorkerDatabase.class);
        worker.jdbc().sql("delete from factor.throttle").update();
    }

    @AfterEach
    void turnBack() {
        clock.turnBack();
    }

    final Tab tab() {
        return Tab.open(port);
    }

    final Map<String, Object> guest(Object... roles) {
        var held = List.of(roles).stream().map(role -> Map.of("role", role)).toList();
        return Map.of("name", "Gil Guest", "email", email, "language", "he", "roles", held);
    }

    final Api.Answer invite() {
        var answer = administrator.post("/users", guest("agent"));
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer;
    }

    /** What stands behind the sign in the last of so many letters. */
    static String secret(String address, int letters) {
        var link = Mailbox.letters(address, letters).getLast().link();
        return link.substring(link.indexOf('#') + 1);
    }

    static Tab.Answer show(Tab tab, String secret) {
        return tab.with("Link-Secret", secret).get("/password-link");
    }

    static Tab.Answer choose(Tab tab, String secret, String password) {
        return tab.with("Link-Secret", secret)
                .put("/password-link/password", Map.of("password", password));
    }
}
