package io.moked.ending.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.ending.DepartmentEnding;
import io.moked.ending.DepartmentEnding.Words;
import io.moked.ending.EndingRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens when conversations end, and after which silence they do. */
@RestController
@RequestMapping("/api/v1")
class EndingsController {

    private final EndingRules rules;

    EndingsController(EndingRules rules) {
        this.rules = rules;
    }

    /**
     * What holds for the whole business.
     *
     * @param reopeningMinutes how long after its end a message of the contact opens a conversation
     *     again; 0 for never: then they begin a new one
     */
    record Reopening(@NotNull Integer reopeningMinutes) {}

    /** A text in both languages; in which it is sent, the contact's language decides. */
    record EndingText(@Nullable String english, @Nullable String hebrew) {

        static EndingText of(Words it) {
            return new EndingText(it.english(), it.hebrew());
        }

        static Words words(@Nullable EndingText it) {
            return it == null ? new Words(null, null) : it.words();
        }

        private Words words() {
            return new Words(given(english), given(hebrew));
        }

        private static @Nullable String given(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /**
     * How conversations of a department end.
     *
     * @param requiresDisposition whether whoever ends one has to say why
     * @param wrapUpSeconds how long an agent keeps the room of what they have ended
     * @param nudgeMinutes after which silence of the contact they are sent the nudge
     * @param resolveMinutes after which silence of theirs it ends, with the farewell
     * @param returnMinutes after which silence of its agent it goes back into the line
     */
    record EndingOfDepartment(
            @NotNull Boolean requiresDisposition,
            @NotNull Integer wrapUpSeconds,
            @Nullable Integer nudgeMinutes,
            @Nullable EndingText nudge,
            @Nullable Integer resolveMinutes,
            @Nullable EndingText farewell,
            @Nullable Integer returnMinutes) {

        static EndingOfDepartment of(DepartmentEnding it) {
            return new EndingOfDepartment(
                    it.requiresDisposition(),
                    (int) it.wrapUp().toSeconds(),
                    minutes(it.nudgeAfter()),
                    EndingText.of(it.nudge()),
                    minutes(it.resolveAfter()),
                    EndingText.of(it.farewell()),
                    minutes(it.returnAfter()));
        }

        DepartmentEnding ending() {
            return new DepartmentEnding(
                    requiresDisposition,
                    Duration.ofSeconds(wrapUpSeconds),
                    minutes(nudgeMinutes),
                    EndingText.words(nudge),
                    minutes(resolveMinutes),
                    EndingText.words(farewell),
                    minutes(returnMinutes));
        }

        private static @Nullable Integer minutes(@Nullable Duration time) {
            return time == null ? null : (int) time.toMinutes();
        }

        private static @Nullable Duration minutes(@Nullable Integer minutes) {
            return minutes == null ? null : Duration.ofMinutes(minutes);
        }
    }

    /** How long a message opens again what has ended. */
    @GetMapping("/reopening")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Reopening reopening() {
        return new Reopening((int) rules.reopening().toMinutes());
    }

    /** Says so, from the next message on. */
    @PutMapping("/reopening")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Reopening setReopening(SignedIn caller, @Valid @RequestBody Reopening wanted) {
        rules.setReopening(wanted.reopeningMinutes(), caller);
        return wanted;
    }

    /** How conversations of a department end. */
    @GetMapping("/departments/{id}/ending")
    @Requires(Permission.READ_CONVERSATIONS)
    EndingOfDepartment show(@PathVariable UUID id) {
        return EndingOfDepartment.of(rules.ofKnown(id));
    }

    /** Says so; silence that lasts already is counted anew by it. */
    @PutMapping("/departments/{id}/ending")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    EndingOfDepartment set(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody EndingOfDepartment wanted) {
        var ending = wanted.ending();
        rules.set(id, ending, caller);
        return EndingOfDepartment.of(ending);
    }
}
