package io.moked.number.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.kernel.Slice;
import io.moked.number.News;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Meta has told of a number and its account, unasked. */
@RestController
@RequestMapping("/api/v1/channels/{id}/news")
class NewsController {

    private final Channels channels;
    private final News news;

    NewsController(Channels channels, News news) {
        this.channels = channels;
        this.news = news;
    }

    /**
     * Something Meta told.
     *
     * @param field by which webhook field it came
     * @param event in Meta's word
     * @param details in Meta's words, by its names
     */
    record NewsOfNumber(String field, String event, Map<String, String> details, Instant at) {}

    /** The last word on each matter, the latest first. */
    @GetMapping
    @Requires(Permission.MANAGE_CHANNELS)
    Slice<NewsOfNumber> list(@PathVariable UUID id) {
        var number = channels.find(new ChannelId(id));
        return Slice.whole(
                news.of(number).stream()
                        .map(it -> new NewsOfNumber(it.field(), it.event(), it.details(), it.at()))
                        .toList());
    }
}
