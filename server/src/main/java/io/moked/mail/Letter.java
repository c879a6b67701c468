package io.moked.mail;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one user is to be told by e-mail. Its words stand in {@code text/messages_*.properties}
 * under {@code mail.<kind>.subject}, {@code .body} and {@code .link}, where {@code {0}} is the
 * recipient's name and the values follow.
 *
 * @param kind what the letter is for, such as {@code invitation}
 * @param language of its words: {@code en} or {@code he}
 * @param link where it leads; null where it only tells something
 * @param usefulUntil from then on it is not sent any more
 */
public record Letter(
        String kind,
        String language,
        String name,
        String address,
        List<String> values,
        @Nullable URI link,
        Instant usefulUntil) {}
