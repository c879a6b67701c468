package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Uploads that can be resumed, for the pictures of templates and profiles. */
final class Uploads {

    private static final int LARGEST = 100 << 20;

    private final World world;
    private final Gate gate;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Set<String> handles = ConcurrentHashMap.newKeySet();

    private record Session(long length, AtomicLong received) {}

    Uploads(World world, Gate gate) {
        this.world = world;
        this.gate = gate;
    }

    /** {@code POST /{app-id}/uploads} begins one. */
    Answer begin(Request request) {
        String appId = request.variable("id");
        if (world.app(appId).isEmpty() || !appId.equals(gate.token(request).appId())) {
            throw GraphError.unknownObject(appId);
        }
        String type = request.query("file_type");
        long length = number(request.query("file_length"));
        if (type.isEmpty() || length <= 0 || length > LARGEST) {
            throw GraphError.parameter("file_length and file_type must be those of a file.");
        }
        String id = UUID.randomUUID().toString().replace("-", "");
        sessions.put(id, new Session(length, new AtomicLong()));
        return Answer.json(Json.object().put("id", "upload:" + id));
    }

    /** Takes bytes from an offset on; the last ones bring the handle. */
    Answer append(Request request) throws IOException {
        Session session = session(request);
        synchronized (session) {
            long offset = number(request.header("file_offset"));
            if (offset != session.received.get()) {
                throw GraphError.parameter("file_offset must be " + session.received + ".");
            }
            long now =
                    session.received.addAndGet(
                            request.body().transferTo(OutputStream.nullOutputStream()));
            if (now < session.length) {
                return Answer.json(
                        Json.object()
                                .put("id", "upload:" + request.variable("upload"))
                                .put("file_offset", now));
            }
            String handle = "4:" + UUID.randomUUID().toString().replace("-", "");
            handles.add(handle);
            return Answer.json(Json.object().put("h", handle));
        }
    }

    /** How far an upload that broke off has come. */
    Answer progress(Request request) {
        return Answer.json(
                Json.object()
                        .put("id", "upload:" + request.variable("upload"))
                        .put("file_offset", session(request).received.get()));
    }

    boolean holds(String handle) {
        return handles.contains(handle);
    }

    private Session session(Request request) {
        String id = request.variable("upload");
        Session session = sessions.get(id);
        if (session == null) {
            throw GraphError.unknownObject("upload:" + id);
        }
        return session;
    }

    private static long number(String text) {
        return text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
    }
}
