package io.moked.greeting.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.greeting.GreetingTexts;
import io.moked.greeting.Language;
import io.moked.greeting.Occasion;
import io.moked.greeting.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a department says by itself. */
@RestController
@RequestMapping("/api/v1/departments/{id}/texts")
class GreetingTextsController {

    private final GreetingTexts texts;

    GreetingTextsController(GreetingTexts texts) {
        this.texts = texts;
    }

    /** A text in both languages; what is missing or blank is not said in that language. */
    record TextInLanguages(@Nullable String en, @Nullable String he) {

        static final TextInLanguages NONE = new TextInLanguages(null, null);

        static TextInLanguages of(Map<Language, String> bodies) {
            return new TextInLanguages(bodies.get(Language.EN), bodies.get(Language.HE));
        }

        Map<Language, String> bodies() {
            var bodies = new EnumMap<Language, String>(Language.class);
            if (en != null) {
                bodies.put(Language.EN, en);
            }
            if (he != null) {
                bodies.put(Language.HE, he);
            }
            return bodies;
        }
    }

    /**
     * What is said.
     *
     * @param greeting to whoever opens a conversation while the department is there; {@code
     *     {position}} and {@code {wait}} stand for where they stand and how long it may take
     * @param away to whoever writes while it is not; {@code {nextOpening}} stands for when it opens
     * @param asked to whoever asks, with the places of the greeting
     */
    record DepartmentTexts(
            @NotNull @Valid TextInLanguages greeting,
            @NotNull @Valid TextInLanguages away,
            @NotNull @Valid TextInLanguages asked) {

        static DepartmentTexts of(Texts it) {
            return new DepartmentTexts(
                    on(it, Occasion.GREETING), on(it, Occasion.AWAY), on(it, Occasion.ASKED));
        }

        private static TextInLanguages on(Texts it, Occasion occasion) {
            var bodies = it.byOccasion().get(occasion);
            return bodies == null ? TextInLanguages.NONE : TextInLanguages.of(bodies);
        }

        Texts texts() {
            return new Texts(
                    Map.of(
                            Occasion.GREETING,
                            greeting.bodies(),
                            Occasion.AWAY,
                            away.bodies(),
                            Occasion.ASKED,
                            asked.bodies()));
        }
    }

    /** What could stand in the places of a text now, by their names. */
    record SamplesInLanguages(Map<String, String> en, Map<String, String> he) {}

    record DepartmentTextsView(DepartmentTexts texts, SamplesInLanguages samples) {}

    /** What it says, and what could stand in the places of that now. */
    @GetMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    DepartmentTextsView get(@PathVariable UUID id) {
        return view(id, texts.of(id));
    }

    /**
     * Replaces what it says. 400 with {@code too-long}, {@code unknown-placeholder} or {@code
     * lone-brace} for a text that cannot be said.
     */
    @PutMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    DepartmentTextsView put(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody DepartmentTexts wanted) {
        return view(id, texts.set(id, wanted.texts(), caller));
    }

    private DepartmentTextsView view(UUID id, Texts it) {
        return new DepartmentTextsView(
                DepartmentTexts.of(it),
                new SamplesInLanguages(
                        texts.samples(id, Language.EN), texts.samples(id, Language.HE)));
    }
}
