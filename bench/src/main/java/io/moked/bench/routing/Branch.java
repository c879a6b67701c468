package io.moked.bench.routing;

import io.moked.bench.product.Access.Line;
import io.moked.bench.product.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A business whose standard department gives what waits to its agents. */
record Branch(String api, Line line, Database database, UUID tenant, HttpClient client) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static Branch of(String api, Line line, Database database) throws SQLException {
        try (var connection = database.open();
                var question =
                        connection.prepareStatement(
                                "select tenant_id from channel.channel where external_id = ?")) {
            question.setString(1, line.phoneNumberId());
            try (var row = question.executeQuery()) {
                row.next();
                var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
                return new Branch(api, line, database, row.getObject(1, UUID.class), client);
            }
        }
    }

    /**
     * Everybody who may be given something is available from now on, for so much beside what they
     * hold.
     *
     * @return them
     */
    List<UUID> open(int capacity) throws Exception {
        var department = department();
        var path = "/departments/" + department.path("id").asString();
        var push =
                Map.of(
                        "name", department.path("name").asString(),
                        "mode", "push",
                        "choice", "least_occupied");
        mustBe200(call(api, "PUT", path, push));
        var members = new ArrayList<String>();
        for (var user : read("/users").path("items")) {
            members.add(user.path("id").asString());
            if (call(api, "PUT", path + "/members", Map.of("agentIds", members)) != 200) {
                members.removeLast();
            }
        }
        mustBe200(call(api, "PUT", path + "/members", Map.of("agentIds", members)));
        change(
                "update agent.agent set availability = 'available', capacity = used + ? where tenant_id = ?",
                capacity);
        return members.stream().map(UUID::fromString).toList();
    }

    /** What the department's agents hold, they hold; they are given nothing more. */
    void close() throws SQLException {
        change(
                """
                update agent.agent set availability = 'offline', capacity = greatest(capacity, ?)
                where tenant_id = ?
                """,
                1);
    }

    private JsonNode department() throws IOException, InterruptedException {
        var id = standard();
        for (var department : read("/departments").path("items")) {
            if (department.path("id").asString().equals(id)) {
                return department;
            }
        }
        throw new IllegalStateException("There is no standard department");
    }

    private String standard() {
        try (var connection = database.open();
                var question =
                        connection.prepareStatement(
                                "select id from routing.department where tenant_id = ? and is_standard")) {
            question.setObject(1, tenant);
            try (var row = question.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void change(String sql, int capacity) throws SQLException {
        try (var connection = database.open();
                var update = connection.prepareStatement(sql)) {
            update.setInt(1, capacity);
            update.setObject(2, tenant);
            update.executeUpdate();
        }
    }

    /** A number that a question about this tenant has for an answer. */
    long count(String sql) {
        try (var connection = database.open();
                var question = connection.prepareStatement(sql)) {
            question.setObject(1, tenant);
            try (var row = question.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    List<UUID> ids(String sql) throws SQLException {
        try (var connection = database.open();
                var question = connection.prepareStatement(sql)) {
            question.setObject(1, tenant);
            var ids = new ArrayList<UUID>();
            try (var row = question.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    /** What a server answers, of however many there are. */
    int call(String at, String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        var json = JsonMapper.shared().writeValueAsBytes(body);
        var request =
                request(at + path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(json))
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Takes it from whoever has it; where nobody does, nothing happens. */
    void putBack(String at, UUID conversation) throws IOException, InterruptedException {
        var request = request(at + "/conversations/" + conversation + "/assignment");
        int status = client.send(request.DELETE().build(), BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("Putting back is answered " + status);
        }
    }

    /** Everything that an agent has, back into its lines. */
    void putAllBack(String at, UUID agent) throws IOException, InterruptedException {
        mustBe200(call(at, "POST", "/agents/" + agent + "/conversations/transfer", Map.of()));
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        var answer = client.send(request(api + path).build(), BodyHandlers.ofByteArray());
        mustBe200(answer.statusCode());
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + line.apiToken());
    }

    private static void mustBe200(int status) {
        if (status != 200) {
            throw new IllegalStateException("The product answers " + status);
        }
    }

    static void await(BooleanSupplier there) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean() && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(50_000_000);
        }
    }
}
