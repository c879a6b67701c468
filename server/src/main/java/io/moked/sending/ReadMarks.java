package io.moked.sending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moked.channel.ChannelId;
import io.moked.timetable.Bell;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets contacts see that they were read, and that somebody writes. The first is a row, so no crash
 * forgets it; the second is over before it could be made up for.
 */
@Component
public class ReadMarks {

    /** The sign stands for 25 seconds (Cloud API, "Typing indicators"). */
    private static final Duration ONE_SIGN = Duration.ofSeconds(20);

    private final ReadMarkStore store;
    private final WritingSigns signs;
    private final Bell bell;

    private final Cache<Mark, Boolean> shown =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(ONE_SIGN).build();

    ReadMarks(ReadMarkStore store, WritingSigns signs) {
        this.store = store;
        this.signs = signs;
        this.bell = store.bell();
    }

    /**
     * Up to where somebody was read.
     *
     * @param recipient our id of the person
     * @param message our id of the newest message of theirs
     */
    public record Mark(ChannelId channel, UUID recipient, UUID message) {}

    /** Has it shown that somebody was read, once the transaction has come to its end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void want(Mark mark) {
        store.want(mark);
        bell.ringAfterCommit();
    }

    /** Has it shown that somebody writes, and so was read; no more often than is worth it. */
    public void showWriting(Mark mark) {
        if (shown.asMap().putIfAbsent(mark, true) == null) {
            signs.show(mark);
        }
    }
}
