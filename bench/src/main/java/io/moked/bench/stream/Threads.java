package io.moked.bench.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Reads conversations as the console does. */
final class Threads {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String api;
    private final String apiToken;

    Threads(String api, String apiToken) {
        this.api = api;
        this.apiToken = apiToken;
    }

    /** What the contact wrote, oldest first. */
    List<String> texts(String conversation) throws IOException, InterruptedException {
        var address = api + "/conversations/" + conversation + "/messages?limit=100";
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + apiToken)
                        .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("A thread cannot be read: " + answer.statusCode());
        }
        return inbound(answer.body());
    }

    static List<String> inbound(String page) {
        var texts = new ArrayList<String>();
        for (var item : JsonMapper.shared().readTree(page).path("items")) {
            if (item.path("direction").asString("").equals("inbound")) {
                texts.addFirst(item.path("content").path("body").asString(""));
            }
        }
        return texts;
    }
}
