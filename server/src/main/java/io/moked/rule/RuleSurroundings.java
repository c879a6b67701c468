package io.moked.rule;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.moked.channel.Content;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.conversation.Attention;
import io.moked.conversation.Conversation;
import io.moked.conversation.Message;
import io.moked.conversation.Threads;
import io.moked.hours.Hours;
import io.moked.hours.Openings;
import io.moked.routing.Demands;
import io.moked.rule.engine.Circumstances;
import io.moked.rule.engine.Circumstances.Person;
import io.moked.rule.engine.Condition;
import io.moked.rule.engine.Priority;
import io.moked.rule.engine.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what rules may ask for, of many conversations as of one. */
@Component
class RuleSurroundings {

    /** A network's clock may be ahead of ours by as much. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final Contacts contacts;
    private final Threads threads;
    private final Attention attention;
    private final Demands demands;
    private final Hours hours;

    RuleSurroundings(
            Contacts contacts, Threads threads, Attention attention, Demands demands, Hours hours) {
        this.contacts = contacts;
        this.threads = threads;
        this.attention = attention;
        this.demands = demands;
        this.hours = hours;
    }

    /**
     * A conversation that is looked at.
     *
     * @param message that the contact wrote; null where the last one counts
     * @param labels that count
     * @param at as of when
     */
    record Looked(
            Conversation conversation, @Nullable UUID message, Set<String> labels, Instant at) {}

    /** By the conversation. */
    Map<UUID, Circumstances> of(List<Looked> looked, Collection<Terms> terms) {
        var ids = looked.stream().map(it -> it.conversation().id()).toList();
        var people =
                contacts.find(looked.stream().map(it -> it.conversation().contactId()).toList());
        var words = words(looked);
        var priorities = demands.priorities(ids);
        var calendars = calendars(terms);
        var all = new HashMap<UUID, Circumstances>();
        for (var one : looked) {
            var it = one.conversation();
            var contact = Objects.requireNonNull(people.get(it.contactId()));
            all.put(
                    it.id(),
                    new Circumstances(
                            it.channelId(),
                            it.departmentId(),
                            words.getOrDefault(it.id(), ""),
                            one.labels(),
                            person(contact, it),
                            Priority.of(priorities.getOrDefault(it.id(), Priority.NORMAL.word())),
                            one.at(),
                            open(calendars, one.at())));
        }
        return all;
    }

    private static Person person(Contact contact, Conversation conversation) {
        var before = conversation.openedAt().minus(CLOCKS_APART);
        return new Person(
                Set.copyOf(contact.labels()),
                contact.language(),
                contact.country(),
                !contact.firstSeenAt().isBefore(before));
    }

    private Map<UUID, String> words(List<Looked> looked) {
        var named = looked.stream().map(Looked::message).filter(Objects::nonNull).toList();
        var others =
                looked.stream()
                        .filter(it -> it.message() == null)
                        .map(it -> it.conversation().id())
                        .toList();
        var ids = new HashSet<UUID>(named);
        if (!others.isEmpty()) {
            ids.addAll(attention.wrote(others, false).values());
        }
        return threads.find(ids).values().stream()
                .collect(toMap(Message::conversationId, it -> words(it.content()), (a, b) -> a));
    }

    /** What a contact wrote, chose or put under a file. */
    static String words(Content content) {
        return switch (content) {
            case Content.Text it -> it.body();
            case Content.File it -> Objects.requireNonNullElse(it.caption(), "");
            case Content.Choice it -> it.title();
            case Content.Order it -> Objects.requireNonNullElse(it.note(), "");
            case Content.Form it -> Objects.requireNonNullElse(it.title(), "");
            case Content.Location it -> Objects.requireNonNullElse(it.name(), "");
            case Content.Cards it -> "";
            case Content.Offer it -> "";
            case Content.Reaction it -> "";
            case Content.Template it -> "";
            case Content.Call it -> "";
            case Content.Revoked it -> "";
            case Content.Unsupported it -> "";
        };
    }

    private Map<UUID, Openings> calendars(Collection<Terms> terms) {
        return terms.stream()
                .flatMap(it -> it.conditions().stream())
                .filter(it -> it.kind() == Condition.Kind.HOURS)
                .flatMap(it -> it.ids().stream())
                .distinct()
                .collect(toMap(it -> it, hours::openings));
    }

    private static Set<UUID> open(Map<UUID, Openings> calendars, Instant at) {
        return calendars.entrySet().stream()
                .filter(it -> it.getValue().isOpen(at))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }
}
