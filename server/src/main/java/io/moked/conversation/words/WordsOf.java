package io.moked.conversation.words;

import io.moked.channel.Content;
import io.moked.channel.TemplateFace;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody reads of a message, without its form. */
final class WordsOf {

    private WordsOf() {}

    static String content(Content content) {
        return joined(
                switch (content) {
                    case Content.Text it -> Stream.of(it.body());
                    case Content.File it -> Stream.ofNullable(it.caption());
                    case Content.Location it -> place(it);
                    case Content.Cards it -> it.people().stream().flatMap(WordsOf::card);
                    case Content.Choice it -> parts(it.title(), it.description());
                    case Content.Form it -> Stream.ofNullable(it.title());
                    case Content.Order it ->
                            Stream.concat(
                                    Stream.ofNullable(it.note()),
                                    it.lines().stream().map(Content.Line::product));
                    case Content.Offer it ->
                            parts(
                                    it.header() == null ? null : it.header().text(),
                                    it.body(),
                                    it.footer());
                    case Content.Template it ->
                            Stream.concat(Stream.of(it.face()), it.cards().stream())
                                    .flatMap(WordsOf::face);
                    case Content.Reaction _,
                            Content.Call _,
                            Content.Revoked _,
                            Content.Unsupported _ ->
                            Stream.empty();
                });
    }

    private static Stream<String> place(Content.Location it) {
        return parts(it.name(), it.address());
    }

    private static Stream<String> card(Content.Card it) {
        return Stream.of(
                        parts(it.name(), it.organization()),
                        it.phones().stream(),
                        it.emails().stream(),
                        it.addresses().stream())
                .flatMap(part -> part);
    }

    private static Stream<String> face(TemplateFace it) {
        var header = it.header() instanceof TemplateFace.Title(var words) ? words.text() : null;
        return parts(header, it.body() == null ? null : it.body().text(), it.footer());
    }

    private static Stream<String> parts(@Nullable String... parts) {
        return Stream.of(parts).flatMap(Stream::ofNullable).filter(it -> !it.isBlank());
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining("\n"));
    }
}
