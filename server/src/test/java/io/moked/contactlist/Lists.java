package io.moked.contactlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Files with contacts, as somebody brings them. */
record Lists(Api api) {

    JsonNode bring(String text) {
        return bring(text, StandardCharsets.UTF_8);
    }

    JsonNode bring(String text, Charset charset) {
        var answer = api.bring("people.csv", text.getBytes(charset));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    static String id(JsonNode brought) {
        return brought.path("list").path("id").asString();
    }

    /** A plan for a file whose columns are a phone, a name and so on. */
    static Map<String, Object> plan(Map<String, Object> more) {
        var plan = new HashMap<String, Object>();
        plan.put("headed", true);
        plan.put("phone", 0);
        plan.put("names", List.of(1));
        plan.put("country", "IL");
        plan.putAll(more);
        return plan;
    }

    JsonNode check(String id, Map<String, Object> plan) {
        var answer = api.put("/contact-lists/" + id + "/plan", plan);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("list").path("counts");
    }

    String checked(String text, Map<String, Object> more) {
        var id = id(bring(text));
        check(id, plan(more));
        return id;
    }

    String taken(String text, Map<String, Object> more) {
        var id = checked(text, more);
        start(id);
        await().until(() -> state(id).equals("done"));
        return id;
    }

    void start(String id) {
        assertThat(api.post("/contact-lists/" + id + "/start", null).status()).isEqualTo(202);
    }

    String state(String id) {
        return api.get("/contact-lists/" + id).path("list").path("state").asString();
    }

    int count(String id, String what) {
        return api.get("/contact-lists/" + id).path("list").path("counts").path(what).asInt();
    }

    String leftOut(String id) throws Exception {
        return new String(
                api.download("/contact-lists/" + id + "/left-out"), StandardCharsets.UTF_8);
    }

    JsonNode contact(String words) {
        var found = api.items("/contacts?q=" + words);
        assertThat(found).as(words).hasSize(1);
        return found.getFirst();
    }

    String consent(String words) {
        var id = contact(words).path("id").asString();
        return api.get("/contacts/" + id + "/consent").path("marketing").asString();
    }
}
