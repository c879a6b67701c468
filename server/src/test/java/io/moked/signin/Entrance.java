package io.moked.signin;

import io.moked.Business;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What tests of the ways in have in common: a business, browsers, and a clock to turn. */
@MokedTest
@Import(TurnedClock.class)
abstract class Entrance {

    static final String WRONG = "wrong wrong wrong";

    @Autowired ApplicationContext server;
    @Autowired TurnedClock.Hand clock;
    @LocalServerPort int port;

    Business business;

    @BeforeEach
    void openBusiness() {
        business = Business.create(server);
    }

    @AfterEach
    void turnBack() {
        clock.turnBack();
    }

    final Tab tab() {
        return Tab.open(port);
    }

    final Tab signedIn(Business.Member member) {
        var tab = tab();
        tab.signIn(member);
        return tab;
    }

    /** A session as if somebody had signed in just now. */
    final Tab withSession(Business.Member member) {
        var tab = tab();
        var secret =
                TenantScope.call(business.tenant().id(), () -> Business.session(server, member));
        tab.cookies().put("moked", secret);
        return tab;
    }

    /** Sets up an authenticator app in the tab's session. */
    final AuthenticatorApp enrol(Tab tab) {
        return enrolment(tab).app();
    }

    /** An app that is set up, and the codes on paper. */
    record Enrolled(AuthenticatorApp app, List<String> paper) {}

    final Enrolled enrolment(Tab tab) {
        var begun = tab.post("/me/one-time-code", null).body();
        var app = new AuthenticatorApp(begun.path("uri").asString(), clock);
        var done = tab.put("/me/one-time-code", Map.of("code", app.code()));
        nextCode();
        return new Enrolled(app, words(done.body().path("recoveryCodes")));
    }

    /** Waits, in a manner of speaking, until the app shows another code. */
    final void nextCode() {
        clock.turn(Duration.ofSeconds(30));
    }

    static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
