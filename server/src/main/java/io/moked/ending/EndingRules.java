package io.moked.ending;

import io.moked.access.SignedIn;
import io.moked.conversation.Conversation.Departments;
import io.moked.ending.DepartmentEnding.Words;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a business has decided about the ends of its conversations. */
@Component
public class EndingRules {

    private final EndingStore store;
    private final SilenceStore silences;
    private final Departments departments;
    private final Journal journal;
    private final AlarmBell bell;

    EndingRules(
            EndingStore store,
            SilenceStore silences,
            Departments departments,
            Journal journal,
            AlarmBell bell) {
        this.store = store;
        this.silences = silences;
        this.departments = departments;
        this.journal = journal;
        this.bell = bell;
    }

    /** For how long after its end a message opens a conversation again; zero for never. */
    @Transactional(readOnly = true)
    public Duration reopening() {
        return store.reopening();
    }

    @Transactional
    public void setReopening(int minutes, SignedIn by) {
        if (minutes < 0 || minutes > Limit.REOPENING_MINUTES.value()) {
            throw new Invalid("reopeningMinutes", "out-of-range");
        }
        store.setReopening(Duration.ofMinutes(minutes));
        tell("ending.reopening-changed", TenantScope.current().value(), by);
    }

    /** Of a department that there is. */
    @Transactional(readOnly = true)
    public DepartmentEnding ofKnown(UUID department) {
        mustBeThere(department);
        return of(department);
    }

    /** Of one; of conversations in no department, what is usual. */
    @Transactional(readOnly = true)
    public DepartmentEnding of(@Nullable UUID department) {
        return department == null
                ? DepartmentEnding.USUAL
                : store.of(Set.of(department)).stream().findFirst().orElse(DepartmentEnding.USUAL);
    }

    /** It holds for silence that lasts already, too. */
    @Transactional
    public void set(UUID department, DepartmentEnding wanted, SignedIn by) {
        mustBeThere(department);
        check(wanted);
        store.set(department, wanted);
        silences.countAnew();
        bell.ringAfterCommit();
        tell("ending.department-changed", department, by);
    }

    private void mustBeThere(UUID department) {
        if (departments.names(Set.of(department)).isEmpty()) {
            throw new NotFound();
        }
    }

    private static void check(DepartmentEnding it) {
        within(it.wrapUp().toSeconds(), 0, Limit.WRAP_UP_SECONDS, "wrapUpSeconds");
        silence(it.nudgeAfter(), "nudgeMinutes");
        silence(it.resolveAfter(), "resolveMinutes");
        silence(it.returnAfter(), "returnMinutes");
        if (it.nudgeAfter() != null && it.nudge().in(null) == null) {
            throw new Invalid("nudge", "missing");
        }
        if (it.nudgeAfter() != null
                && it.resolveAfter() != null
                && it.resolveAfter().compareTo(it.nudgeAfter()) <= 0) {
            throw new Invalid("resolveMinutes", "not-after-nudge");
        }
        length(it.nudge(), "nudge");
        length(it.farewell(), "farewell");
    }

    private static void silence(@Nullable Duration time, String field) {
        if (time != null) {
            within(time.toMinutes(), 1, Limit.SILENCE_MINUTES, field);
        }
    }

    private static void within(long value, int least, Limit most, String field) {
        if (value < least || value > most.value()) {
            throw new Invalid(field, "out-of-range");
        }
    }

    private static void length(Words words, String field) {
        length(words.english(), field + ".english");
        length(words.hebrew(), field + ".hebrew");
    }

    private static void length(@Nullable String text, String field) {
        if (text != null && text.length() > Limit.TEXT_CHARACTERS.value()) {
            throw new Invalid(field, "too-long");
        }
    }

    private void tell(String kind, UUID subject, SignedIn by) {
        journal.append(Fact.of(kind, subject).by(by.user().value()));
    }
}
