package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.database.WorkerDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever guesses gets slower and slower, at every way in; the owner of the account does not. */
class ThrottleTest extends Entrance {

    private static final int FREE = 6;

    private String email() {
        return business.agent().user().email();
    }

    /** Uses up what is free, each time from another network. */
    private void guess(String email) {
        for (int n = 0; n < FREE; n++) {
            assertThat(tab().signIn(email, WRONG).status()).isEqualTo(401);
        }
    }

    @Test
    void guessingSlowsDownAlsoForTheRightPassword() {
        guess(email());
        var slowed = tab().signIn(business.agent());
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.code()).isEqualTo("too-many-attempts");
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 2);
        clock.turn(Duration.ofSeconds(2));
        assertThat(tab().signIn(email(), WRONG).status()).isEqualTo(401);
        assertThat(Integer.parseInt(tab().signIn(email(), WRONG).header("Retry-After")))
                .isBetween(2, 3);
        clock.turn(Duration.ofSeconds(3));
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(201);
        assertThat(tab().signIn(email(), WRONG).status()).isEqualTo(401);
    }

    @Test
    void anAccountThatIsNotThereSlowsDownTheSameWay() {
        var nobody = UUID.randomUUID() + "@nowhere.example";
        guess(nobody);
        assertThat(tab().signIn(nobody, WRONG).code()).isEqualTo("too-many-attempts");
    }

    @Test
    void guessesSideBySideDoNotBeatTheCount() throws Exception {
        tab().signIn(email(), WRONG);
        var answers =
                sideBySide(
                        IntStream.range(0, 8)
                                .mapToObj(n -> tab())
                                .map(tab -> () -> tab.signIn(email(), WRONG)));
        assertThat(answers).filteredOn(it -> it.status() == 401).hasSizeLessThan(FREE);
        assertThat(answers).extracting(Tab.Answer::status).contains(429).doesNotContain(201);
    }

    @Test
    void guessesAtTheSecondFactorSideBySideDoNotBeatTheCount() throws Exception {
        enrol(withSession(business.agent()));
        var half = signedIn(business.agent());
        var code = Map.of("code", "0");
        half.post("/session/second-factor", code);
        var answers =
                sideBySide(
                        IntStream.range(0, 8)
                                .mapToObj(n -> elsewhere(half))
                                .map(tab -> () -> tab.post("/session/second-factor", code)));
        assertThat(answers)
                .filteredOn(it -> it.code().equals("factor-refused"))
                .hasSizeLessThan(FREE);
        assertThat(answers).extracting(Tab.Answer::status).contains(429);
    }

    /** Holds the count until more wait for it than are free. */
    private List<Tab.Answer> sideBySide(Stream<Callable<Tab.Answer>> calls) throws Exception {
        var worker = server.getBean(WorkerDatabase.class);
        var answers = new ArrayList<Tab.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent =
                    worker.transactions()
                            .execute(tx -> {
                                worker.jdbc()
                                        .sql("update factor.throttle set tries = tries")
                                        .update();
                                var all = calls.map(threads::submit).toList();
                                await().pollInSameThread().until(() -> waiting(worker) > FREE);
                                return all;
                            });
            for (var answer : sent) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static int waiting(WorkerDatabase worker) {
        return worker.jdbc()
                .sql("select count(*) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }

    /** The same session, carried to another network. */
    private Tab elsewhere(Tab tab) {
        var other = tab();
        other.cookies().putAll(tab.cookies());
        return other;
    }

    @Test
    void aStrangerDoesNotHoldUpTheOwnerOnADeviceTheAccountKnows() {
        var own = signedIn(business.agent());
        own.delete("/session");
        guess(email());
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(429);
        assertThat(own.signIn(business.agent()).status()).isEqualTo(201);
    }

    @Test
    void aDeviceTheAccountKnowsIsHeldUpByItself() {
        var own = signedIn(business.agent());
        IntStream.range(0, 6).forEach(n -> own.signIn(email(), WRONG));
        assertThat(own.signIn(business.agent()).status()).isEqualTo(429);
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(201);
    }

    @Test
    void theMarkOfADeviceHelpsNoOtherAccountAndIsNotMadeUp() {
        var own = signedIn(business.agent());
        var other = signedIn(business.colleague());
        var mark = own.cookies().get(nameOfMark(own));
        other.cookies().put(nameOfMark(other), mark);
        guess(business.colleague().user().email());
        assertThat(other.signIn(business.colleague()).status()).isEqualTo(429);
        own.cookies().put(nameOfMark(own), mark.replaceFirst("^.", "x"));
        guess(email());
        assertThat(own.signIn(business.agent()).status()).isEqualTo(429);
    }

    private static String nameOfMark(Tab tab) {
        return tab.cookies().keySet().stream()
                .filter(name -> name.startsWith("moked-device"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNetworkThatTriesManyAccountsIsHeldUp() {
        var tab = tab();
        for (int n = 0; n < 20; n++) {
            assertThat(tab.signIn(n + "@nowhere.example", WRONG).status()).isEqualTo(401);
        }
        assertThat(tab.beside().signIn(business.agent()).status()).isEqualTo(429);
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(201);
        clock.turn(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(tab.beside().signIn(business.agent()).status()).isEqualTo(201);
    }

    @Test
    void aCrowdThatKnowsItsPasswordsIsNotHeldUp() {
        var tab = tab();
        for (int n = 0; n < 25; n++) {
            assertThat(tab.beside().signIn(business.agent()).status()).isEqualTo(201);
        }
    }

    @Test
    void guessingThePasswordInsideASessionCountsAsMuch() {
        var tab = withSession(business.agent());
        for (int n = 0; n < 3; n++) {
            assertThat(confirm(tab, "password", WRONG)).isEqualTo("factor-refused");
            var change = Map.of("current", WRONG, "password", "quite another sentence");
            assertThat(tab.put("/me/password", change).code()).isEqualTo("factor-refused");
        }
        assertThat(confirm(tab, "password", Business.PASSWORD)).isEqualTo("too-many-attempts");
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(429);
    }

    @Test
    void codesAndPaperAreGuessedAtOneCount() {
        enrol(withSession(business.agent()));
        var half = signedIn(business.agent());
        half.cookies().keySet().removeIf(name -> name.startsWith("moked-device"));
        for (int n = 0; n < 3; n++) {
            assertThat(half.post("/session/second-factor", Map.of("code", "0")).code())
                    .isEqualTo("factor-refused");
            assertThat(half.post("/session/second-factor", Map.of("recoveryCode", "a")).code())
                    .isEqualTo("factor-refused");
        }
        assertThat(half.post("/session/second-factor", Map.of("code", "0")).code())
                .isEqualTo("too-many-attempts");
        assertThat(
                        signedIn(business.agent())
                                .post("/session/second-factor", Map.of("code", "0"))
                                .code())
                .isEqualTo("too-many-attempts");
    }

    @Test
    void passkeysNobodyKnowsAreHeldUpByNetwork() {
        var tab = tab();
        var device = new SoftwareAuthenticator();
        var owner = "AAAAAAAAAAAAAAAAAAAAAA";
        for (int n = 0; n < 20; n++) {
            var options = tab.post("/session/passkey-challenge", null).body();
            assertThat(tab.post("/session/passkey", device.get(options, owner)).code())
                    .isEqualTo("factor-refused");
        }
        var options = tab.post("/session/passkey-challenge", null).body();
        assertThat(tab.post("/session/passkey", device.get(options, owner)).code())
                .isEqualTo("too-many-attempts");
    }

    @Test
    void tokensNobodyKnowsAreHeldUpByNetworkAndKnownOnesAreNot() {
        var tab = tab().with("Authorization", "Bearer moked_nobody");
        for (int n = 0; n < 120; n++) {
            assertThat(tab.get("/me").status()).isEqualTo(401);
        }
        assertThat(tab.get("/me").status()).isEqualTo(429);
        assertThat(tab.get("/me").header("Retry-After")).isNotEmpty();
        tab.with("Authorization", "Bearer " + business.agent().token());
        assertThat(tab.get("/me").status()).isEqualTo(200);
        assertThat(Api.of(port, business.agent()).get("/me").isObject()).isTrue();
    }

    private static String confirm(Tab tab, String what, String value) {
        return tab.post("/session/confirmation", Map.of(what, value)).code();
    }
}
