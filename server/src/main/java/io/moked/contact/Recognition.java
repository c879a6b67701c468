package io.moked.contact;

import static io.moked.contact.Identity.Kind.NETWORK_ID;
import static io.moked.contact.Identity.Kind.PARENT_ID;
import static io.moked.contact.Identity.Kind.PHONE;

import io.moked.channel.FromContact;
import io.moked.channel.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells who wrote, from what is known of them. A network's own id is one person's for good; a phone
 * is that of whoever used it last. So a known phone with another id is another person, and a known
 * id with another phone is a person who changed it.
 */
final class Recognition {

    private final Supplier<UUID> ids;
    private final Map<Identity, Held> known = new HashMap<>();
    private final Map<UUID, Set<Identity>> byContact = new HashMap<>();

    private final Set<UUID> newcomers = new LinkedHashSet<>();
    private final Map<Identity, Held> given = new LinkedHashMap<>();
    private final Map<Identity, Held> turned = new LinkedHashMap<>();
    private final List<Former> former = new ArrayList<>();
    private final List<Sight> sights = new ArrayList<>();
    private final Set<UUID> changed = new HashSet<>();

    Recognition(Map<Identity, Held> known, Supplier<UUID> ids) {
        this.ids = ids;
        this.known.putAll(known);
        known.forEach((identity, held) -> of(held.contact()).add(identity));
    }

    /** Whether all that a message tells of its sender is known already. */
    boolean isSettled(FromContact message) {
        var told = Identity.now(message.sender()).toList();
        return message.sender().formerly() == null
                && known.keySet().containsAll(told)
                && told.stream().noneMatch(it -> isUsedAgain(it, message.at()))
                && told.stream()
                                .filter(it -> it.kind() != PARENT_ID)
                                .map(this::holder)
                                .distinct()
                                .count()
                        <= 1;
    }

    private boolean isUsedAgain(Identity identity, Instant at) {
        var held = known.get(identity);
        return held != null && held.isUsedAgain(at);
    }

    UUID recognize(FromContact message) {
        var sender = message.sender();
        var found = find(sender);
        var contact = found != null ? found : ids.get();
        if (found == null) {
            newcomers.add(contact);
        }
        var now = Held.now(contact, message);
        if (sender.formerly() != null) {
            leave(sender.formerly(), sender, now);
        }
        Identity.of(NETWORK_ID, sender).ifPresent(it -> use(it, now));
        Identity.of(PARENT_ID, sender).ifPresent(it -> use(it, now));
        Identity.of(PHONE, sender).ifPresent(it -> usePhone(it, now));
        Identity.now(sender).forEach(it -> see(it, contact, message));
        return contact;
    }

    private @Nullable UUID find(Sender sender) {
        var byId = Identity.of(NETWORK_ID, sender).map(this::holder).orElse(null);
        if (byId != null) {
            return byId;
        }
        var byParent = Identity.of(PARENT_ID, sender).map(this::holder).orElse(null);
        if (byParent != null) {
            return byParent;
        }
        var before = sender.formerly() == null ? null : find(sender.formerly());
        if (before != null) {
            return before;
        }
        return Identity.of(PHONE, sender).stream()
                .flatMap(Identity::variants)
                .map(this::holder)
                .filter(Objects::nonNull)
                .filter(it -> sender.networkId() == null || of(NETWORK_ID, it).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /**
     * The network says that these are used no more. Its ids still tell whose an older message is;
     * the phone may be somebody else's by now. An id changes only together with the phone, so where
     * the new one is withheld, the one we know is stale.
     */
    private void leave(Sender formerly, Sender sender, Held now) {
        for (var kind : List.of(NETWORK_ID, PARENT_ID)) {
            var next = Identity.of(kind, sender).map(Identity::value).orElse(null);
            Identity.of(kind, formerly).ifPresent(it -> end(it, now.since(), next));
        }
        var left = new HashSet<Identity>();
        Identity.of(PHONE, formerly).stream().flatMap(Identity::variants).forEach(left::add);
        if (sender.phone() == null) {
            left.addAll(of(PHONE, now.contact()));
        }
        left.stream()
                .filter(it -> !isLate(it, now))
                .forEach(it -> take(it, now.since(), sender.phone(), null));
    }

    private void end(Identity identity, Instant at, @Nullable String next) {
        var held = known.get(identity);
        if (held != null && held.until() == null && !held.since().isAfter(at)) {
            turn(identity, held.ended(at, next));
        }
    }

    private void turn(Identity identity, Held held) {
        known.put(identity, held);
        turned.put(identity, held);
        changed.add(held.contact());
    }

    private void use(Identity identity, Held now) {
        var held = known.get(identity);
        if (held == null) {
            give(identity, now);
        } else if (held.isUsedAgain(now.since())) {
            turn(identity, held.usedAgain(now.since()));
        }
    }

    /**
     * A message that comes late takes no phone from whoever has used it since. The same number
     * written otherwise is one more of theirs: what the network gave is never rewritten.
     */
    private void usePhone(Identity phone, Held now) {
        if (now.contact().equals(holder(phone))) {
            return;
        }
        var same = phone.variants().toList();
        var others = of(PHONE, now.contact()).stream().filter(it -> !same.contains(it)).toList();
        var strangers = same.stream().filter(it -> !now.contact().equals(holder(it))).toList();
        if (same.stream().noneMatch(it -> isLate(it, now))
                && others.stream().noneMatch(it -> isLate(it, now))) {
            others.forEach(it -> take(it, now.since(), phone.value(), null));
            strangers.forEach(it -> take(it, now.since(), null, now.contact()));
            give(phone, now);
        }
    }

    private boolean isLate(Identity phone, Held now) {
        var before = known.get(phone);
        return before != null && before.since().isAfter(now.since());
    }

    private void give(Identity identity, Held held) {
        known.put(identity, held);
        of(held.contact()).add(identity);
        given.put(identity, held);
        changed.add(held.contact());
    }

    /** From whoever holds it. */
    private void take(
            Identity identity, Instant at, @Nullable String replacedBy, @Nullable UUID passedTo) {
        var held = known.remove(identity);
        if (held != null) {
            of(held.contact()).remove(identity);
            given.remove(identity);
            former.add(new Former(identity, held, at, replacedBy, passedTo));
            changed.add(held.contact());
        }
    }

    private void see(Identity identity, UUID contact, FromContact message) {
        var held = known.get(identity);
        if (held != null && held.contact().equals(contact) && held.isNews(message)) {
            known.put(identity, held.seen(message));
            sights.add(new Sight(identity, message.channel().value(), message.at()));
        }
    }

    private Set<Identity> of(UUID contact) {
        return byContact.computeIfAbsent(contact, it -> new HashSet<>());
    }

    private List<Identity> of(Identity.Kind kind, UUID contact) {
        return of(contact).stream().filter(it -> it.kind() == kind).toList();
    }

    private @Nullable UUID holder(Identity identity) {
        var held = known.get(identity);
        return held == null ? null : held.contact();
    }

    Set<UUID> newcomers() {
        return newcomers;
    }

    /** Identities that have another contact from now on, or their first. */
    Map<Identity, Held> given() {
        return given;
    }

    /** Identities that are used no more, or again. */
    Map<Identity, Held> turned() {
        return turned;
    }

    /** Identities that a contact no longer has; taken before any is given. */
    List<Former> former() {
        return former;
    }

    /** Where identities wrote; noted after all else. */
    List<Sight> sights() {
        return sights;
    }

    /** Contacts who are reached in another way than before. */
    Set<UUID> changed() {
        return changed;
    }
}
