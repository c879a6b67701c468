package io.moked;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Lets the simulator's customers write by themselves now and then. */
final class DemoTraffic {

    private static final String CALM = "{\"on\": true, \"perMinute\": 4}";

    private DemoTraffic() {}

    static void start(String simulator) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(simulator + "/simulator/traffic"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(CALM))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            client.send(request, BodyHandlers.discarding());
        }
    }
}
