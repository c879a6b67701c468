package io.moked.simulator.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every message ever accepted: what tells whether one was sent twice. */
public final class Posts {

    private static final int MOST_REMEMBERED = 100_000;

    private final Deque<Post> posts = new ArrayDeque<>();
    private long count;

    /** One accepted message. */
    public record Post(
            Instant at,
            String phoneNumberId,
            String to,
            String type,
            String wamid,
            @Nullable String bizOpaque,
            String requestId) {}

    public synchronized void add(Post post) {
        count++;
        posts.add(post);
        if (posts.size() > MOST_REMEMBERED) {
            posts.remove();
        }
    }

    public synchronized List<Post> all() {
        return List.copyOf(posts);
    }

    public synchronized long count() {
        return count;
    }

    public synchronized void clear() {
        posts.clear();
        count = 0;
    }
}
