package io.moked.broadcast;

import io.moked.broadcast.Broadcast.Pause;
import io.moked.channel.Channel;
import io.moked.channel.Channels;
import io.moked.channel.Templates;
import io.moked.number.News;
import io.moked.number.Ratings.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Stops a broadcast before it costs the number its good name: what people complain of, or Meta
 * delivers to few, is not sent to the rest before somebody has looked at it.
 */
@Component
class Brake {

    /** As Meta tells that people rate the number low (webhook phone_number_quality_update). */
    private static final String QUALITY = "phone_number_quality_update";

    private static final String FLAGGED = "FLAGGED";

    /**
     * Meta's codes of which one is enough: too much is reported as spam, the template is paused or
     * disabled, or its account sends templates under a wrong category (Cloud API, "Error codes").
     */
    private static final List<String> REFUSING =
            List.of("131048", "131064", "132015", "132016", "368");

    private static final List<String> OF_THE_TEMPLATE = List.of("132015", "132016");

    /** Those by which Meta leaves out whom it thinks to have had enough (131049, 130472). */
    private static final List<String> DECLINING = List.of("131049", "130472");

    /** Of so many messages at least, a share of so much. */
    private static final int ENOUGH_TO_TELL = 20;

    private static final double TOO_MANY = 0.2;

    /** So long somebody may know better than people's rating of the number. */
    private static final Duration TRUST = Duration.ofDays(1);

    private final Channels channels;
    private final Templates templates;
    private final News news;
    private final RecipientStore recipients;

    Brake(Channels channels, Templates templates, News news, RecipientStore recipients) {
        this.channels = channels;
        this.templates = templates;
        this.news = news;
        this.recipients = recipients;
    }

    /** What stops a broadcast of which one message met such a code. */
    static Pause pauseFor(String code) {
        return OF_THE_TEMPLATE.contains(code) ? Pause.TEMPLATE : Pause.SPAM;
    }

    static boolean isEnough(String code) {
        return REFUSING.contains(code);
    }

    /** Why nothing of it is to be sent; empty where it may go on. */
    Optional<Pause> on(Broadcast broadcast, Rating rating, Instant now) {
        if (rating == Rating.RED && broadcast.watchedFrom().isBefore(now.minus(TRUST))) {
            return Optional.of(Pause.NUMBER_QUALITY);
        }
        return channel(broadcast)
                .map(it -> on(broadcast, it))
                .orElse(Optional.of(Pause.NUMBER_ENDED));
    }

    private Optional<Channel> channel(Broadcast broadcast) {
        return channels.all().stream()
                .filter(it -> it.id().equals(broadcast.plan().channel()))
                .filter(it -> it.endedAt() == null)
                .findFirst();
    }

    private Optional<Pause> on(Broadcast broadcast, Channel channel) {
        if (channel.stop() != null && channel.stop().since().isAfter(broadcast.watchedFrom())) {
            return Optional.of(Pause.NUMBER_STOPPED);
        }
        if (templates.obstacle(broadcast.plan().template()).isPresent()) {
            return Optional.of(Pause.TEMPLATE);
        }
        if (isFlagged(broadcast, channel)) {
            return Optional.of(Pause.NUMBER_QUALITY);
        }
        return byFate(broadcast);
    }

    private boolean isFlagged(Broadcast broadcast, Channel channel) {
        return channel.accountId() != null
                && news.of(channel).stream()
                        .filter(it -> it.field().equals(QUALITY) && it.event().equals(FLAGGED))
                        .anyMatch(it -> it.heardAt().isAfter(broadcast.watchedFrom()));
    }

    private Optional<Pause> byFate(Broadcast broadcast) {
        var fate =
                recipients.fate(
                        new BroadcastId(broadcast.id()),
                        broadcast.watchedFrom(),
                        REFUSING,
                        DECLINING);
        if (fate.refused() > 0) {
            return Optional.of(Pause.SPAM);
        }
        return fate.concluded() >= ENOUGH_TO_TELL && fate.declined() >= fate.concluded() * TOO_MANY
                ? Optional.of(Pause.DECLINED)
                : Optional.empty();
    }
}
