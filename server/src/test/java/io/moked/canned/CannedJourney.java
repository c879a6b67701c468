package io.moked.canned;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.Journey;
import io.moked.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A business whose people keep texts to be sent again. */
abstract class CannedJourney extends Journey {

    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    Api colleague;
    Api manager;

    @BeforeEach
    final void signIn() {
        colleague = Api.of(port, business.colleague());
        manager = Api.of(port, business.manager());
    }

    static Map<String, Object> text(String language, String body) {
        return Map.of("language", language, "body", body);
    }

    static Map<String, Object> said(String language, String body) {
        return Map.of("texts", List.of(text(language, body)));
    }

    static Map<String, Object> wanted(Map<String, ?> with) {
        var wanted = new HashMap<String, Object>();
        wanted.put("scope", "business");
        wanted.put("name", "text");
        wanted.putAll(said("en", "Words"));
        wanted.putAll(with);
        return wanted;
    }

    static String added(Api by, Map<String, ?> with) {
        var added = by.post("/canned-replies", wanted(with));
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        return added.body().path("id").asString();
    }

    final String wrong(Map<String, ?> with) {
        var answer = manager.post("/canned-replies", wanted(with));
        var error = answer.body().path("errors").path(0);
        return error.path("field").asString("") + " " + error.path("message").asString("");
    }

    static String at(String reply) {
        return "/canned-replies/" + reply;
    }

    static List<String> names(Api of) {
        return of.items("/canned-replies").stream().map(it -> it.path("name").asString()).toList();
    }

    /** A token may no more than it was made for; whoever sits there may what their roles say. */
    final Api atDesk(Business.Member member) {
        return TenantScope.call(
                business.tenant().id(), () -> new Api(port, Business.session(server, member)));
    }

    final Api administrator() {
        return Api.of(port, business.administrator());
    }

    final void limit(Business.Member member, UUID department) {
        limit(member, "agent", department);
    }

    final void limit(Business.Member member, String role, UUID department) {
        var held = Map.of("role", role, "departments", List.of(department));
        var answer =
                administrator()
                        .call("PATCH", "/users/" + member.id(), Map.of("roles", List.of(held)));
        assertThat(answer.status()).isEqualTo(200);
    }
}
