package io.moked.rule;

import io.moked.access.Names;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.conversation.Conversation;
import io.moked.hours.Hours;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.rule.engine.Condition;
import io.moked.rule.engine.Terms;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the tenant in scope: of those for one occasion, the first that matches acts. */
@Component
public class Rules implements Names, Conversation.Rules, Hours.UsedCalendars {

    private final RuleStore store;
    private final OccasionStore occasions;
    private final TermsCheck check;
    private final Journal journal;
    private final Ids ids;

    Rules(RuleStore store, OccasionStore occasions, TermsCheck check, Journal journal, Ids ids) {
        this.store = store;
        this.occasions = occasions;
        this.check = check;
        this.journal = journal;
        this.ids = ids;
    }

    /** What a rule is to be. */
    public record Draft(String name, boolean isEnabled, Terms terms) {}

    @Transactional(readOnly = true)
    public List<Rule> all() {
        return store.all();
    }

    /** Behind all others. */
    @Transactional
    public Rule add(Draft draft, UserId by) {
        check.check(draft.terms());
        if (store.all().size() >= Limit.RULES.value()) {
            throw new Refusals.TooMany();
        }
        var rule = new Rule(ids.next(), name(draft), draft.isEnabled(), draft.terms(), 1, 0, null);
        try {
            store.add(rule);
        } catch (DuplicateKeyException taken) {
            throw new Refusals.NameTaken();
        }
        tell("rule.added", rule.id(), by);
        return rule;
    }

    /**
     * Puts another in its place. What began before goes on only as far as a rule still asks for it.
     *
     * @param version of the one that was read
     */
    @Transactional
    public Rule replace(UUID id, int version, Draft draft, UserId by) {
        check.check(draft.terms());
        var before = store.lock(id).orElseThrow(NotFound::new);
        if (before.version() != version) {
            throw new Refusals.Changed();
        }
        var rule =
                new Rule(
                        id,
                        name(draft),
                        draft.isEnabled(),
                        draft.terms(),
                        version + 1,
                        before.acted(),
                        before.actedAt());
        try {
            store.change(rule);
        } catch (DuplicateKeyException taken) {
            throw new Refusals.NameTaken();
        }
        occasions.forgetUnasked();
        tell("rule.changed", id, by);
        return rule;
    }

    @Transactional
    public void remove(UUID id, UserId by) {
        if (!store.remove(id)) {
            throw new NotFound();
        }
        occasions.forgetUnasked();
        tell("rule.removed", id, by);
    }

    /** All of them, as they are to be asked. */
    @Transactional
    public List<Rule> order(List<UUID> wanted, UserId by) {
        var known = store.all().stream().map(Rule::id).toList();
        if (!known.containsAll(wanted)) {
            throw new Invalid("ids", "unknown");
        }
        if (wanted.size() != known.size() || !new HashSet<>(wanted).containsAll(known)) {
            throw new Refusals.Changed();
        }
        if (!known.equals(wanted)) {
            store.order(wanted);
            tell("rule.ordered", TenantScope.current().value(), by);
        }
        return store.all();
    }

    private static String name(Draft draft) {
        var name = draft.name().strip();
        if (name.isEmpty() || name.length() > Limit.RULE_NAME_CHARACTERS.value()) {
            throw new Invalid("name", "out-of-range");
        }
        return name;
    }

    private void tell(String kind, UUID subject, UserId by) {
        journal.append(Fact.of(kind, subject).by(by.value()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> rules) {
        return rules.isEmpty() ? Map.of() : store.names(rules);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        return names(things);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isUsed(UUID calendar) {
        return store.all().stream()
                .flatMap(it -> it.terms().conditions().stream())
                .filter(it -> it.kind() == Condition.Kind.HOURS)
                .anyMatch(it -> it.ids().contains(calendar));
    }
}
