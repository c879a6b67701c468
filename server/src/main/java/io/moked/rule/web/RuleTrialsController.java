package io.moked.rule.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.rule.RuleTrials;
import io.moked.rule.RuleTrials.Tried;
import io.moked.rule.web.RuleViews.WantedTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a rule would have done. */
@RestController
class RuleTrialsController {

    private final RuleTrials trials;
    private final Contacts contacts;

    RuleTrialsController(RuleTrials trials, Contacts contacts) {
        this.trials = trials;
        this.contacts = contacts;
    }

    /**
     * A rule to be tried.
     *
     * @param ruleId of the rule it is to replace; null for a new one, which is asked last
     */
    record WantedTrial(@Nullable UUID ruleId, @NotNull @Valid WantedTerms terms) {}

    /** Of the last conversations, the newest activity first. */
    record TrialView(int acts, List<TriedView> conversations) {}

    /**
     * A conversation that it was tried on.
     *
     * @param acts whether the rule would have acted
     * @param occasion whether there was an occasion for it at all
     * @param failed the first condition that does not hold, by its place from 0
     * @param before the rule that would have acted in its stead
     */
    record TriedView(
            UUID conversationId,
            UUID contactId,
            @Nullable String contact,
            Instant lastMessageAt,
            boolean acts,
            boolean occasion,
            @Nullable Integer failed,
            @Nullable NamedRule before) {}

    record NamedRule(UUID id, String name) {}

    /**
     * Says what a rule would have done to the last 100 conversations that the caller may read, and
     * does nothing.
     */
    @PostMapping("/api/v1/rules/dry-run")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    TrialView dryRun(SignedIn caller, @Valid @RequestBody WantedTrial wanted) {
        var tried = trials.dryRun(wanted.ruleId(), wanted.terms().read(), caller);
        var people =
                contacts.find(tried.stream().map(it -> it.conversation().contactId()).toList());
        return new TrialView(
                (int) tried.stream().filter(Tried::acts).count(),
                tried.stream().map(it -> view(it, people)).toList());
    }

    private static TriedView view(Tried it, Map<UUID, Contact> people) {
        var conversation = it.conversation();
        var contact = people.get(conversation.contactId());
        var before = it.before();
        return new TriedView(
                conversation.id(),
                conversation.contactId(),
                contact == null ? null : contact.name(),
                conversation.lastMessageAt(),
                it.acts(),
                it.isOn(),
                it.failed(),
                before == null ? null : new NamedRule(before.id(), before.name()));
    }
}
