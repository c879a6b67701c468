package io.moked.contact;

import static io.moked.contact.Identity.Kind.NETWORK_ID;
import static io.moked.contact.Identity.Kind.PHONE;

import io.moked.channel.FromContact;
import io.moked.channel.Sender;
import io.moked.contact.IdentityStore.Held;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private final Set<Identity> taken = new LinkedHashSet<>();
    private final Set<UUID> changed = new HashSet<>();

    Recognition(Map<Identity, Held> known, Supplier<UUID> ids) {
        this.ids = ids;
        this.known.putAll(known);
        known.forEach((identity, held) -> of(held.contact()).add(identity));
    }

    /** Whether all that a message tells of its sender is known already. */
    boolean isSettled(FromContact message) {
        var told = Identity.of(message.sender()).toList();
        return known.keySet().containsAll(told)
                && told.stream().map(this::holder).distinct().count() == 1;
    }

    UUID recognize(FromContact message) {
        var sender = message.sender();
        var found = find(sender);
        var contact = found != null ? found : ids.get();
        if (found == null) {
            newcomers.add(contact);
        }
        Identity.networkIdOf(sender)
                .filter(it -> !known.containsKey(it))
                .ifPresent(it -> give(it, new Held(contact, message.at())));
        Identity.phoneOf(sender).ifPresent(it -> usePhone(it, new Held(contact, message.at())));
        return contact;
    }

    private @Nullable UUID find(Sender sender) {
        var byNetworkId = Identity.networkIdOf(sender).map(this::holder).orElse(null);
        if (byNetworkId != null) {
            return byNetworkId;
        }
        var former = sender.formerly() == null ? null : find(sender.formerly());
        if (former != null) {
            return former;
        }
        return Identity.phoneOf(sender)
                .map(this::holder)
                .filter(it -> sender.networkId() == null || of(NETWORK_ID, it).isEmpty())
                .orElse(null);
    }

    /** A message that comes late takes no phone from whoever has used it since. */
    private void usePhone(Identity phone, Held now) {
        var others = of(PHONE, now.contact());
        boolean isNews = !now.contact().equals(holder(phone));
        if (isNews && !isLate(phone, now) && others.stream().noneMatch(it -> isLate(it, now))) {
            others.forEach(this::take);
            give(phone, now);
        }
    }

    private boolean isLate(Identity phone, Held now) {
        var before = known.get(phone);
        return before != null && before.since().isAfter(now.since());
    }

    private void give(Identity identity, Held held) {
        take(identity);
        known.put(identity, held);
        of(held.contact()).add(identity);
        given.put(identity, held);
        changed.add(held.contact());
    }

    /** From whoever holds it. */
    private void take(Identity identity) {
        var held = known.remove(identity);
        if (held != null) {
            of(held.contact()).remove(identity);
            given.remove(identity);
            taken.add(identity);
            changed.add(held.contact());
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

    /** Identities that a contact no longer has; taken before any is given. */
    Set<Identity> taken() {
        return taken;
    }

    /** Contacts who are reached in another way than before. */
    Set<UUID> changed() {
        return changed;
    }
}
