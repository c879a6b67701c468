package io.moked.rule.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.Slice;
import io.moked.rule.Rule;
import io.moked.rule.Rules;
import io.moked.rule.engine.Trigger;
import io.moked.rule.web.RuleViews.RuleAction;
import io.moked.rule.web.RuleViews.RuleCondition;
import io.moked.rule.web.RuleViews.RuleView;
import io.moked.rule.web.RuleViews.WantedTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules: what happens to conversations by itself. */
@RestController
@RequestMapping("/api/v1/rules")
class RulesController {

    private final Rules rules;

    RulesController(Rules rules) {
        this.rules = rules;
    }

    /**
     * A rule to be kept.
     *
     * @param minutes for {@code waiting}, {@code unanswered} and {@code open}
     * @param conditions all of them have to hold; none holds always
     * @param actions done in this order
     */
    record WantedRule(
            @NotNull String name,
            @NotNull Boolean enabled,
            @NotNull Trigger trigger,
            @Nullable Integer minutes,
            @NotNull List<@NotNull @Valid RuleCondition> conditions,
            @NotNull List<@NotNull @Valid RuleAction> actions) {

        Rules.Draft draft() {
            var terms = new WantedTerms(trigger, minutes, conditions, actions).read();
            return new Rules.Draft(name, enabled, terms);
        }
    }

    /**
     * What is to stand in a rule's place.
     *
     * @param version of the one it replaces
     */
    record ReplacedRule(@NotNull Integer version, @NotNull @Valid WantedRule rule) {}

    /** All rules, as they are to be asked. */
    record RuleOrder(@NotNull List<@NotNull UUID> ids) {}

    /** Rules in their order: of those for one occasion, the first whose conditions hold acts. */
    @GetMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Slice<RuleView> list() {
        return views(rules.all());
    }

    /**
     * Adds a rule behind all others. 409 {@code rule-name-taken}, {@code too-many-rules}; a wrong
     * field is named as in {@code conditions[0].ids}.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    RuleView add(SignedIn caller, @Valid @RequestBody WantedRule wanted) {
        return RuleView.of(rules.add(wanted.draft(), caller.user()));
    }

    /**
     * Puts another in a rule's place. 409 {@code rule-changed} where it is no longer the one that
     * was read, {@code rule-name-taken}.
     */
    @PutMapping("/{id}")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    RuleView replace(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody ReplacedRule wanted) {
        var draft = wanted.rule().draft();
        return RuleView.of(rules.replace(id, wanted.version(), draft, caller.user()));
    }

    /** Removes a rule; what it has done stays. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    void remove(SignedIn caller, @PathVariable UUID id) {
        rules.remove(id, caller.user());
    }

    /** Asks them in another order. 409 {@code rule-changed} where these are not all of them. */
    @PutMapping("/order")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Slice<RuleView> order(SignedIn caller, @Valid @RequestBody RuleOrder wanted) {
        return views(rules.order(wanted.ids(), caller.user()));
    }

    private static Slice<RuleView> views(List<Rule> rules) {
        return Slice.whole(rules.stream().map(RuleView::of).toList());
    }
}
