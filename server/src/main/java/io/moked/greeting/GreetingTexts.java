package io.moked.greeting;

import io.moked.access.SignedIn;
import io.moked.conversation.Conversation.Departments;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import io.moked.routing.WaitEstimate;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What departments say by themselves, and what the business understands; as people set it. */
@Component
public class GreetingTexts {

    private final GreetingStore store;
    private final Departments departments;
    private final DepartmentHours hours;
    private final Phrases phrases;
    private final Journal journal;

    GreetingTexts(
            GreetingStore store,
            Departments departments,
            DepartmentHours hours,
            Phrases phrases,
            Journal journal) {
        this.store = store;
        this.departments = departments;
        this.hours = hours;
        this.phrases = phrases;
        this.journal = journal;
    }

    @Transactional(readOnly = true)
    public Texts of(UUID department) {
        mustBeThere(department);
        return store.texts(List.of(department)).getOrDefault(department, Texts.NONE);
    }

    /** These and no others. */
    @Transactional
    public Texts set(UUID department, Texts wanted, SignedIn by) {
        var texts = wanted.checked();
        if (!of(department).equals(texts)) {
            store.replace(department, texts);
            journal.append(Fact.of("greeting.texts-changed", department).by(by.user().value()));
        }
        return texts;
    }

    private void mustBeThere(UUID department) {
        if (departments.names(List.of(department)).isEmpty()) {
            throw new NotFound();
        }
    }

    /** What could stand in the places of a department's texts now. */
    @Transactional(readOnly = true)
    public Map<String, String> samples(UUID department, Language language) {
        var own = hours.of(department);
        @Nullable Instant opens = own.map(it -> it.standing().opens()).orElse(null);
        var zone = own.<ZoneId>map(DepartmentHours.Clocked::zone).orElse(ZoneOffset.UTC);
        var estimate = new WaitEstimate(WaitEstimate.Kind.BETWEEN, 10, 20);
        return Map.of(
                "position",
                "3",
                "wait",
                phrases.wait(estimate, language),
                "nextOpening",
                phrases.opening(opens, zone, language));
    }

    @Transactional(readOnly = true)
    public Setting setting() {
        return store.setting();
    }

    @Transactional
    public Setting set(Setting wanted, SignedIn by) {
        var setting = wanted.checked();
        if (!store.setting().equals(setting)) {
            store.set(setting);
            journal.append(
                    Fact.of("greeting.setting-changed", TenantScope.current().value())
                            .by(by.user().value()));
        }
        return setting;
    }
}
