package io.moked.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed, word by word: all of them are to be found. It is asked of the index, and
 * asked again of what stands there now.
 *
 * @param phone the same as one phone number, if it is one
 */
record Question(List<Term> terms, Optional<String> phone) {

    private static final int MOST_WORDS = 12;

    /**
     * One word.
     *
     * @param forms any of them is meant
     * @param beginnings and any word that begins so, where it was perhaps not typed to its end
     */
    record Term(Set<String> forms, Set<String> beginnings) {

        private boolean isMetBy(Set<String> others) {
            return others.stream()
                    .anyMatch(it ->
                            forms.contains(it) || beginnings.stream().anyMatch(it::startsWith));
        }

        private String asked() {
            return Stream.concat(
                            beginnings.stream().map(it -> quoted(it) + ":*"),
                            forms.stream()
                                    .filter(it -> !beginnings.contains(it))
                                    .map(Question::quoted))
                    .collect(Collectors.joining(" | ", "(", ")"));
        }
    }

    /**
     * @param stems of English words
     */
    static Question of(String typed, Function<Set<String>, Map<String, String>> stems) {
        var words = Word.of(typed).stream().filter(it -> !it.isPhone()).limit(MOST_WORDS).toList();
        var stemOf = stems.apply(english(words));
        var terms = new ArrayList<Term>();
        for (var word : words) {
            var meant = word.meant();
            boolean isOpen = word.to() == typed.length();
            terms.add(new Term(with(meant, word, stemOf), isOpen ? meant : Set.of()));
        }
        var phone = Word.phones(typed).filter(it -> isAll(typed, it)).map(Word::text).findFirst();
        return new Question(terms, phone);
    }

    private static boolean isAll(String typed, Word phone) {
        return typed.substring(0, phone.from()).isBlank() && typed.substring(phone.to()).isBlank();
    }

    static Set<String> english(List<Word> words) {
        return words.stream()
                .filter(Word::isEnglish)
                .map(Word::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> with(Set<String> forms, Word word, Map<String, String> stems) {
        var all = new LinkedHashSet<>(forms);
        var stem = stems.get(word.text());
        if (stem != null) {
            all.add(stem);
        }
        return all;
    }

    /** For the index, in which each word stands behind the key of its time. */
    String asked(List<String> marks) {
        var words = terms.stream().map(Term::asked).collect(Collectors.joining(" & "));
        var either = phone.map(it -> "(" + words + " | " + quoted(it) + ")").orElse(words);
        return Stream.concat(Stream.of(either), marks.stream().map(Question::quoted))
                .collect(Collectors.joining(" & "));
    }

    /** Of letters and digits alone, or one of our own marks. */
    private static String quoted(String word) {
        return "'~" + word + "'";
    }

    /** The words of a text that answer it; none at all where together they do not. */
    List<Word> answeredBy(List<Word> text, Map<String, String> stems) {
        var answering = new ArrayList<Word>();
        var met = new HashSet<Term>();
        boolean isPhoneThere = false;
        for (var word : text) {
            var forms = with(word.forms(), word, stems);
            var meeting = terms.stream().filter(it -> it.isMetBy(forms)).toList();
            boolean isPhone = phone.filter(word.text()::equals).isPresent();
            met.addAll(meeting);
            isPhoneThere |= isPhone;
            if (isPhone || !meeting.isEmpty()) {
                answering.add(word);
            }
        }
        return isPhoneThere || met.containsAll(terms) ? answering : List.of();
    }
}
