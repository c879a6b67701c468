package io.moked.search;

import io.moked.conversation.Conversation;
import io.moked.conversation.Message.Writing;
import io.moked.media.Media;
import io.moked.media.MediaLibrary;
import io.moked.search.Searches.FileHit;
import io.moked.search.Searches.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells of writings whether, and where, they say what somebody looks for. */
@Component
class Answers {

    private final SearchStore store;
    private final MediaLibrary library;

    Answers(SearchStore store, MediaLibrary library) {
        this.store = store;
        this.library = library;
    }

    /** Something that may answer. */
    record Candidate(Writing writing, Conversation conversation) {}

    /** A text, and its words. */
    private record Told(String text, List<Word> words) {

        Told(String text) {
            this(text, Word.of(text));
        }
    }

    private record Heard(Candidate of, Told words, Map<UUID, Told> files) {

        List<Word> all() {
            var all = new ArrayList<>(words.words());
            files.values().forEach(it -> all.addAll(it.words()));
            return all;
        }
    }

    /** Those that answer, in their order. */
    List<Hit> among(List<Candidate> candidates, Question question) {
        var files = files(candidates.stream().map(Candidate::writing).toList());
        var heard = candidates.stream().map(it -> heard(it, files)).toList();
        var english = new LinkedHashSet<String>();
        heard.forEach(it -> english.addAll(Question.english(it.all())));
        var stems = store.stems(english);
        return heard.stream().flatMap(it -> hit(it, question, stems).stream()).toList();
    }

    /** The writing itself, whatever it says. */
    Hit whole(Writing writing, Conversation conversation) {
        var heard = heard(new Candidate(writing, conversation), files(List.of(writing)));
        return hit(heard, List.of());
    }

    private Map<UUID, Media> files(List<Writing> writings) {
        return library.describe(writings.stream().flatMap(it -> it.files().stream()).toList());
    }

    private static Heard heard(Candidate candidate, Map<UUID, Media> files) {
        var names = new LinkedHashMap<UUID, Told>();
        for (var id : candidate.writing().files()) {
            var file = files.get(id);
            if (file != null && file.fileName() != null) {
                names.put(id, new Told(file.fileName()));
            }
        }
        return new Heard(candidate, new Told(candidate.writing().words()), names);
    }

    private static Optional<Hit> hit(Heard heard, Question question, Map<String, String> stems) {
        var answering = question.answeredBy(heard.all(), stems);
        return answering.isEmpty() ? Optional.empty() : Optional.of(hit(heard, answering));
    }

    private static Hit hit(Heard heard, List<Word> answering) {
        return new Hit(
                heard.of().writing(),
                heard.of().conversation(),
                excerpt(heard.words(), answering),
                heard.files().entrySet().stream()
                        .map(it -> new FileHit(it.getKey(), excerpt(it.getValue(), answering)))
                        .toList());
    }

    /** The very words of this text: others may look the same. */
    private static Excerpt excerpt(Told told, List<Word> answering) {
        return Excerpt.of(
                told.text(),
                told.words().stream()
                        .filter(it -> answering.stream().anyMatch(other -> other == it))
                        .toList());
    }
}
