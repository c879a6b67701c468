package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An installation reached over HTTPS, behind a proxy that speaks HTTP with it. */
@MokedTest(
        properties = {
            "test.public-url=https://moked.example",
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1"
        })
class BehindProxyTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Business business;

    @BeforeEach
    void open() {
        business = Business.create(server);
    }

    @Test
    void cookiesAreForHttpsWhateverTheSingleRequestSays() {
        var tab = Tab.open(port);
        var answer = tab.signIn(business.agent());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.setCookies())
                .filteredOn(it -> !it.startsWith("XSRF-TOKEN"))
                .hasSize(2)
                .allSatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("__Host-moked")
                                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(tab.get("/me").status()).isEqualTo(200);
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
        tab.cookies().remove("XSRF-TOKEN");
        assertThat(tab.get("/me").setCookies().toString()).doesNotContain("XSRF-TOKEN=told");
    }

    @Test
    void aCookieOfANeighbouringHostIsNoSession() {
        var tab = Tab.open(port);
        tab.signIn(business.agent());
        tab.cookies().put("moked", tab.cookies().remove("__Host-moked"));
        assertThat(tab.get("/me").status()).isEqualTo(401);
    }

    @Test
    void theProxyIsBelievedAndNobodyElse() {
        var behind = Tab.proxy(port).with("X-Forwarded-For", "203.0.113.7");
        behind.signIn(business.agent());
        assertThat(address(behind)).isEqualTo("203.0.113.7");
        var site = Tab.proxy(port).with("X-Forwarded-For", "2001:db8:1:2::3");
        site.signIn(business.agent());
        assertThat(address(site)).isEqualTo("2001:db8:1:2::3");
        var liar = Tab.open(port).with("X-Forwarded-For", "203.0.113.7");
        liar.signIn(business.agent());
        assertThat(address(liar)).isEqualTo(liar.address());
    }

    @Test
    void allOfASiteOfIpv6IsOneNetwork() {
        IntStream.range(0, 20)
                .forEach(n ->
                        Tab.proxy(port)
                                .with("X-Forwarded-For", "2001:db8:77:" + n + "::1")
                                .signIn(n + "@nowhere.example", "wrong wrong wrong"));
        var inside = Tab.proxy(port).with("X-Forwarded-For", "2001:db8:77:ffff::9");
        assertThat(inside.signIn(business.agent()).status()).isEqualTo(429);
        var outside = Tab.proxy(port).with("X-Forwarded-For", "2001:db8:78::9");
        assertThat(outside.signIn(business.agent()).status()).isEqualTo(201);
    }

    @Test
    void anAddressNobodyCanReadIsNoFault() {
        var odd = Tab.proxy(port).with("X-Forwarded-For", "unknown");
        assertThat(odd.signIn(business.agent()).status()).isEqualTo(201);
    }

    private static String address(Tab tab) {
        return Api.list(tab.get("/me/sessions").body().path("items")).stream()
                .filter(it -> it.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("address")
                .asString();
    }
}
