package io.moked.bench.crash;

import io.moked.bench.crash.Caller.Learned;
import io.moked.bench.proof.Call.Outcome;
import io.moked.bench.proof.Op;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Works on a share of a business's open conversations of their own: answers, takes, notes, labels,
 * resolves, and sends again what is unconfirmed. Repeats a reply or note until it knows its fate.
 */
final class Agent implements Crew.Worker {

    private static final long PAUSE_WHILE_AWAY = 100;

    private final Office office;
    private final int number;
    private final int colleagues;
    private final List<String> users;
    private final Replies replies;
    private final Random random;
    private long said;

    Agent(
            Office office,
            int number,
            int colleagues,
            List<String> users,
            Replies replies,
            Random random) {
        this.office = office;
        this.number = number;
        this.colleagues = colleagues;
        this.users = users;
        this.replies = replies;
        this.random = random;
    }

    @Override
    public long work() throws InterruptedException {
        try {
            var open = office.get("/conversations?status=open&limit=100").path("items");
            var mine = open.valueStream().filter(this::isMine).toList();
            if (!mine.isEmpty()) {
                work(mine.get(random.nextInt(mine.size())));
            }
            return 30 + random.nextInt(150);
        } catch (IOException away) {
            return PAUSE_WHILE_AWAY;
        }
    }

    private boolean isMine(JsonNode conversation) {
        var phone = conversation.path("contact").path("phone").asString("");
        return Lab.isOfALab(conversation) && Math.floorMod(phone.hashCode(), colleagues) == number;
    }

    private void work(JsonNode conversation) throws IOException, InterruptedException {
        var id = conversation.path("id").asString();
        var line = office.number();
        int dice = random.nextInt(100);
        if (dice < 40) {
            reply(id);
        } else if (dice < 55) {
            var clientId = UUID.randomUUID().toString();
            var op = new Op.Note(line, id, clientId, text("note"));
            insist(op, id + "/notes", Map.of("clientId", clientId, "body", op.text()));
        } else if (dice < 70) {
            assign(id, conversation.path("assignee").path("id").asString(""));
        } else if (dice < 82) {
            var op = new Op.Label(line, id, text("label"));
            perform(op, "PUT", id + "/labels", Map.of("labels", List.of(op.label())));
        } else if (dice < 90) {
            perform(new Op.Resolve(line, id), "POST", id + "/resolution", Map.of());
        } else {
            sendAgain(id);
        }
    }

    private String text(String what) {
        said++;
        return "%s %d of agent %d".formatted(what, said, number);
    }

    private void reply(String conversation) throws InterruptedException {
        var clientId = UUID.randomUUID().toString();
        var op = new Op.Reply(office.number(), conversation, clientId, text("reply"));
        var content = Map.of("type", "text", "body", op.text());
        var learned =
                insist(
                        op,
                        conversation + "/replies",
                        Map.of("clientId", clientId, "content", content));
        if (learned.outcome() == Outcome.OK) {
            replies.add(office, conversation, learned.result());
        }
    }

    private Learned insist(Op op, String path, Map<String, ?> body) throws InterruptedException {
        while (true) {
            var learned = perform(op, "POST", path, body);
            if (!learned.isUnknown()) {
                return learned;
            }
            Thread.sleep(PAUSE_WHILE_AWAY);
        }
    }

    private void assign(String conversation, String from) throws InterruptedException {
        var user = users.get(random.nextInt(users.size()));
        var wanted = new HashMap<String, Object>(Map.of("assigneeId", user));
        if (!from.isEmpty()) {
            wanted.put("expected", from);
        }
        var op = new Op.Assign(office.number(), conversation, user);
        perform(op, "PUT", conversation + "/assignment", wanted);
    }

    private void sendAgain(String conversation) throws IOException, InterruptedException {
        var messages = office.get("/conversations/" + conversation + "/messages?limit=50");
        for (var message : messages.path("items")) {
            if (message.path("status").asString("").equals("unconfirmed")
                    && message.path("retriedBy").asString("").isEmpty()) {
                var id = message.path("id").asString();
                var op = new Op.Resend(office.number(), conversation, id);
                perform(op, "POST", conversation + "/messages/" + id + "/retries", Map.of());
                return;
            }
        }
    }

    private Learned perform(Op op, String method, String path, Map<String, ?> body)
            throws InterruptedException {
        return office.perform(op, method, "/conversations/" + path, body);
    }
}
