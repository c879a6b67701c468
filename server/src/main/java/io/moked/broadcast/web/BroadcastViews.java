package io.moked.broadcast.web;

import io.moked.access.SignedIn;
import io.moked.access.Users;
import io.moked.broadcast.Broadcast;
import io.moked.broadcast.Broadcasts;
import io.moked.broadcast.Drafting;
import io.moked.broadcast.Plan;
import io.moked.broadcast.Recipient;
import io.moked.broadcast.Results;
import io.moked.broadcast.Skip;
import io.moked.channel.Content;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.contact.Criteria;
import io.moked.template.TemplateBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How broadcasts are shown. */
@Component
class BroadcastViews {

    private static final Results NOTHING_YET =
            new Results(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of());

    private final Broadcasts broadcasts;
    private final TemplateBook templates;
    private final Users users;
    private final Contacts contacts;

    BroadcastViews(Broadcasts broadcasts, TemplateBook templates, Users users, Contacts contacts) {
        this.broadcasts = broadcasts;
        this.templates = templates;
        this.users = users;
        this.contacts = contacts;
    }

    /**
     * A broadcast, with what came of it so far.
     *
     * @param template its name and language, if it is still there
     * @param pause why it is paused, if it is
     * @param quietUntil where it runs: when the first of those who wait may be written to by their
     *     own clock
     * @param gathering whether its recipients are being written down
     */
    record BroadcastView(
            UUID id,
            String name,
            UUID channelId,
            UUID templateId,
            @Nullable String template,
            String category,
            boolean byLanguage,
            Criteria criteria,
            @Nullable UUID segmentId,
            @Nullable Instant startsAt,
            String timeZone,
            NewBroadcast.@Nullable Quiet quiet,
            Broadcast.State state,
            Broadcast.@Nullable Pause pause,
            boolean gathering,
            @Nullable Instant quietUntil,
            @Nullable String createdBy,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            Results results) {}

    /** Somebody it is for. */
    record RecipientView(
            UUID contactId,
            @Nullable String name,
            String state,
            @Nullable String reason,
            @Nullable UUID conversationId,
            @Nullable Instant queuedAt,
            @Nullable Instant repliedAt) {}

    /**
     * What one recipient would be sent.
     *
     * @param words of the message's body
     * @param skipped why nothing would be sent to them
     */
    record DraftSample(
            UUID contactId,
            @Nullable String name,
            @Nullable String language,
            @Nullable String words,
            @Nullable Skip skipped) {}

    /**
     * What a broadcast would be.
     *
     * @param capacity how many people the business may write to within 24 hours, in Meta's word, if
     *     it has told
     */
    record DraftView(
            int recipients,
            Map<String, Integer> skipped,
            String category,
            List<String> languages,
            @Nullable String capacity,
            List<DraftSample> samples) {}

    List<BroadcastView> of(List<Broadcast> shown, SignedIn caller) {
        var results = broadcasts.results(shown.stream().map(Broadcast::id).toList());
        var quiet =
                broadcasts.quietUntil(
                        shown.stream()
                                .filter(BroadcastViews::isHeldByHours)
                                .map(Broadcast::id)
                                .toList());
        var names = templates.of(shown.stream().map(it -> it.plan().template()).toList(), caller);
        var authors = users.names(shown.stream().map(Broadcast::createdBy).distinct().toList());
        return shown.stream()
                .map(it ->
                        view(
                                it,
                                names.get(it.plan().template()),
                                authors.get(it.createdBy()),
                                results.getOrDefault(it.id(), NOTHING_YET),
                                quiet.get(it.id())))
                .toList();
    }

    private static boolean isHeldByHours(Broadcast it) {
        return it.state() == Broadcast.State.RUNNING
                && it.isGathered()
                && it.plan().quiet() != null;
    }

    private static BroadcastView view(
            Broadcast it,
            @Nullable String template,
            @Nullable String author,
            Results results,
            @Nullable Instant quietUntil) {
        var plan = it.plan();
        return new BroadcastView(
                it.id(),
                plan.name(),
                plan.channel().value(),
                plan.template(),
                template,
                it.category(),
                plan.byLanguage(),
                plan.criteria(),
                plan.segment(),
                plan.startsAt(),
                plan.zone().getId(),
                quiet(plan),
                it.state(),
                it.pause(),
                it.state() == Broadcast.State.RUNNING && !it.isGathered(),
                quietUntil,
                author,
                it.createdAt(),
                it.startedAt(),
                it.finishedAt(),
                results);
    }

    private static NewBroadcast.@Nullable Quiet quiet(Plan plan) {
        return plan.quiet() == null
                ? null
                : new NewBroadcast.Quiet(
                        plan.quiet().from().toString(), plan.quiet().to().toString());
    }

    List<RecipientView> ofRecipients(List<Recipient> recipients) {
        var found = contacts.find(recipients.stream().map(Recipient::contact).toList());
        return recipients.stream()
                .map(it ->
                        new RecipientView(
                                it.contact(),
                                called(found.get(it.contact())),
                                it.state(),
                                it.reason(),
                                it.conversation(),
                                it.queuedAt(),
                                it.repliedAt()))
                .toList();
    }

    DraftView of(Drafting.Draft draft) {
        var skipped = new TreeMap<String, Integer>();
        draft.skipped().forEach((why, many) -> skipped.put(why.word(), many));
        return new DraftView(
                draft.recipients(),
                skipped,
                draft.category(),
                draft.languages(),
                draft.capacity(),
                draft.samples().stream().map(BroadcastViews::sample).toList());
    }

    private static DraftSample sample(Drafting.Sample sample) {
        var content = sample.content();
        return new DraftSample(
                sample.contact().id(),
                called(sample.contact()),
                content == null ? null : content.language(),
                content == null ? null : words(content),
                sample.skip());
    }

    private static @Nullable String words(Content.Template content) {
        return content.face().body() == null ? null : content.face().body().text();
    }

    private static @Nullable String called(@Nullable Contact contact) {
        if (contact == null) {
            return null;
        }
        return contact.name() == null && contact.phone() != null
                ? "+" + contact.phone()
                : contact.name();
    }
}
