package io.moked.broadcast;

import io.moked.audience.Segments;
import io.moked.channel.Channels;
import io.moked.channel.Content;
import io.moked.contact.Consents;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.contact.Selections;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.number.News;
import io.moked.template.TemplateBook;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a broadcast would be, and whether it can be sent as it is planned. */
@Component
public class Drafting {

    private static final int SAMPLES = 5;

    /** What Meta tells of how many people a business may write to within 24 hours. */
    private static final Set<String> CAPACITIES =
            Set.of("business_capability_update", "phone_number_quality_update");

    private final Segments segments;
    private final Selections selections;
    private final Contacts contacts;
    private final Consents consents;
    private final TemplateBook templates;
    private final Channels channels;
    private final News news;
    private final Clock clock;

    Drafting(
            Segments segments,
            Selections selections,
            Contacts contacts,
            Consents consents,
            TemplateBook templates,
            Channels channels,
            News news,
            Clock clock) {
        this.segments = segments;
        this.selections = selections;
        this.contacts = contacts;
        this.consents = consents;
        this.templates = templates;
        this.channels = channels;
        this.news = news;
        this.clock = clock;
    }

    /** What one of the recipients would be sent; null with the reason why they would not. */
    public record Sample(
            Contact contact, Content.@Nullable Template content, @Nullable Skip skip) {}

    /**
     * What it would be.
     *
     * @param recipients everybody chosen
     * @param skipped of them, as far as is known before
     * @param category of the template, in Meta's word, which decides what a message costs
     * @param languages it would be sent in
     * @param capacity how many people the business may write to within 24 hours, in Meta's word, if
     *     it has told
     */
    public record Draft(
            int recipients,
            Map<Skip, Integer> skipped,
            String category,
            List<String> languages,
            @Nullable String capacity,
            List<Sample> samples) {}

    /** Refuses what {@link #checked} refuses, but for a choice of nobody. */
    @Transactional(readOnly = true)
    public Draft draft(Plan wanted) {
        var plan = valid(wanted);
        var forms = Forms.of(templates, plan);
        var tally = tally(plan);
        var skipped = new HashMap<Skip, Integer>();
        if (tally.unreachable() > 0) {
            skipped.put(Skip.UNREACHABLE, tally.unreachable());
        }
        int optedOut = optedOut(forms, tally.unwilling());
        if (optedOut > 0) {
            skipped.put(Skip.OPTED_OUT, optedOut);
        }
        return new Draft(
                tally.all(),
                skipped,
                category(plan),
                forms.languages(),
                capacity(plan),
                samples(plan, forms));
    }

    /** Of more than may be written to at once, nobody needs to know who would be left out. */
    private Selections.Tally tally(Plan plan) {
        int all = segments.count(plan.criteria());
        return all > Limit.BROADCAST_RECIPIENTS.value()
                ? new Selections.Tally(all, Map.of(), 0)
                : segments.tally(plan.criteria());
    }

    /**
     * Whether what they would be sent can be refused is asked of the template in their language.
     */
    private static int optedOut(Forms forms, Map<String, Integer> unwilling) {
        return unwilling.entrySet().stream()
                .filter(it -> isMarketing(forms, it.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static boolean isMarketing(Forms forms, @Nullable String language) {
        return Broadcast.isOfMarketing(forms.usual().template().category())
                || Broadcast.isOfMarketing(forms.categoryFor(language));
    }

    private List<Sample> samples(Plan plan, Forms forms) {
        var first = selections.page(plan.criteria(), null, SAMPLES);
        var found = contacts.find(first);
        var willing = consents.mayReceiveMarketing(first);
        return first.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(it ->
                        !willing.contains(it.id()) && isMarketing(forms, it.language())
                                ? new Sample(it, null, Skip.OPTED_OUT)
                                : sample(it, forms.filledFor(it)))
                .toList();
    }

    private static Sample sample(Contact contact, Forms.Filled filled) {
        return switch (filled) {
            case Forms.Filled.Ready(var content) -> new Sample(contact, content, null);
            case Forms.Filled.Unfit(var why) -> new Sample(contact, null, why);
        };
    }

    private @Nullable String capacity(Plan plan) {
        return channels.all().stream()
                .filter(it -> it.id().equals(plan.channel()) && it.accountId() != null)
                .flatMap(it -> news.of(it).stream())
                .filter(it -> CAPACITIES.contains(it.field()))
                .map(it -> it.details().getOrDefault("current_limit", it.event()))
                .filter(it -> it.matches("TIER_\\w+|\\d+"))
                .findFirst()
                .orElse(null);
    }

    String category(Plan plan) {
        return templates.find(plan.template()).category();
    }

    /** The plan as it is kept; refuses one that could not be sent. */
    Plan checked(Plan wanted) {
        var plan = valid(wanted);
        channels.connected(plan.channel());
        var forms = Forms.of(templates, plan);
        forms.usual().filled(tried(plan.slots()));
        int chosen = segments.count(plan.criteria());
        if (chosen == 0) {
            throw new Refusals.NobodyToSendTo();
        }
        if (chosen > Limit.BROADCAST_RECIPIENTS.value()) {
            throw new Refusals.TooManyRecipients(Limit.BROADCAST_RECIPIENTS.value());
        }
        return plan;
    }

    /** As if for somebody of whom everything is known. */
    private static Map<String, String> tried(Map<String, Slot> slots) {
        return slots.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().tried()));
    }

    private Plan valid(Plan plan) {
        var name = plan.name().strip();
        if (name.isEmpty() || name.length() > Limit.BROADCAST_NAME_CHARACTERS.value()) {
            throw new Invalid("name", "out-of-range");
        }
        var quiet = plan.quiet();
        if (quiet != null && quiet.from().equals(quiet.to())) {
            throw new Invalid("quiet", "out-of-range");
        }
        var latest = clock.instant().plus(Duration.ofDays(Limit.BROADCAST_DAYS_AHEAD.value()));
        if (plan.startsAt() != null && plan.startsAt().isAfter(latest)) {
            throw new Invalid("startsAt", "out-of-range");
        }
        return plan.called(name);
    }
}
