package io.moked.bench.lists;

import io.moked.bench.measure.Latencies;
import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Result;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.Access.Line;
import io.moked.bench.product.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What opening a view of the inbox, or a thread, takes at the API. */
public record Lists(long messages, Map<String, Percentiles> views) implements Result {

    private static final int WARM_UP = 300;
    private static final int TIMES = 400;

    public static Lists measure(Stage stage, Settings settings) throws Exception {
        int conversations = settings.messages() / Archive.MESSAGES_EACH;
        var line = stage.line(0);
        new Archive(stage.database(), line).write(conversations);
        var reader = new Reader(HttpClient.newHttpClient(), stage.access().api(), line);
        var views = new LinkedHashMap<String, Percentiles>();
        for (var view : VIEWS.entrySet()) {
            views.put(view.getKey(), reader.measure(view.getValue()));
        }
        views.put("a thread", reader.measureThreads("/messages?limit=50"));
        views.put("a timeline", reader.measureThreads("/timeline?limit=50"));
        return new Lists((long) conversations * Archive.MESSAGES_EACH, views);
    }

    /** As the console asks. */
    private static final Map<String, String> VIEWS = consoleViews();

    private static Map<String, String> consoleViews() {
        var views = new LinkedHashMap<String, String>();
        views.put("all open", "/conversations?status=open&limit=50");
        views.put("mine", "/conversations?status=open&assignee=me&limit=50");
        views.put("queue", "/conversations?status=open&handler=queue&limit=50");
        views.put("resolved", "/conversations?status=resolved&limit=50");
        views.put("counts", "/conversations/counts");
        views.put("search by name", "/conversations?q=a1b2&limit=50");
        views.put("search by phone", "/conversations?q=156000012&limit=50");
        return views;
    }

    private record Reader(HttpClient client, String api, Line line) {

        /** Page after page where there are several, as somebody who scrolls. */
        Percentiles measure(String path) throws IOException, InterruptedException {
            var latencies = new Latencies();
            var cursor = "";
            for (int time = -WARM_UP; time < TIMES; time++) {
                long start = System.nanoTime();
                var page = get(path + cursor);
                if (time >= 0) {
                    latencies.add(System.nanoTime() - start);
                }
                var next = page.path("next").asString("");
                cursor = next.isEmpty() || time % 10 == 0 ? "" : "&cursor=" + next;
            }
            return latencies.percentiles();
        }

        Percentiles measureThreads(String rest) throws IOException, InterruptedException {
            var latencies = new Latencies();
            var cursor = "";
            for (int time = -WARM_UP; time < TIMES; ) {
                var page = get("/conversations?limit=100" + cursor);
                for (var conversation : page.path("items")) {
                    long start = System.nanoTime();
                    get("/conversations/" + conversation.path("id").asString() + rest);
                    if (time++ >= 0) {
                        latencies.add(System.nanoTime() - start);
                    }
                }
                cursor = "&cursor=" + page.path("next").asString();
            }
            return latencies.percentiles();
        }

        private JsonNode get(String path) throws IOException, InterruptedException {
            var request =
                    HttpRequest.newBuilder(URI.create(api + path))
                            .header("Authorization", "Bearer " + line.apiToken())
                            .build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " answers " + answer.statusCode());
            }
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(Row.of("messages", "%,d", messages));
        views.forEach((name, found) ->
                rows.add(
                        Row.of(
                                name + ", ms",
                                "p50 %.1f   p95 %.1f   p99 %.1f",
                                found.p50(),
                                found.p95(),
                                found.p99())));
        return rows;
    }
}
