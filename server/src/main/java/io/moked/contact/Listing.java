package io.moked.contact;

import io.moked.access.UserId;
import io.moked.kernel.Ids;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts that a business brings along in a list: who is known by their phone, and the others, who
 * have not written yet. What a list says never takes away what is known.
 */
@Component
public class Listing {

    private final IdentityStore identities;
    private final ContactStore contacts;
    private final ListingStore store;
    private final CardStore cards;
    private final Ids ids;
    private final Clock clock;

    Listing(
            IdentityStore identities,
            ContactStore contacts,
            ListingStore store,
            CardStore cards,
            Ids ids,
            Clock clock) {
        this.identities = identities;
        this.contacts = contacts;
        this.store = store;
        this.cards = cards;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody in a list.
     *
     * @param phone digits with country code, different from all others of the list
     * @param labels to be had beside those they have
     * @param says whether they said what is declared of the list about marketing
     */
    public record Listed(
            String phone,
            @Nullable String name,
            @Nullable String language,
            List<String> labels,
            boolean says) {

        public Listed silent() {
            return new Listed(phone, name, language, labels, false);
        }
    }

    /**
     * Where a list comes from.
     *
     * @param renames whether its names and languages count more than those that are known
     * @param wantMarketing whether those who said anything of marketing want it, or have taken back
     *     that they do
     * @param words where the business has theirs from
     */
    public record Origin(
            UUID list, boolean renames, boolean wantMarketing, String words, UserId by) {}

    /** What has become of somebody in a list. */
    public enum Outcome {
        ADDED,
        CHANGED,
        /** They would have more labels than anybody may; nothing was changed. */
        TOO_MANY_LABELS
    }

    /** One spelling of a phone that can be written in several ways: the same for all of them. */
    public static String spelling(String phone) {
        return PhoneVariants.of(phone).min(String::compareTo).orElse(phone);
    }

    /** As whom whoever has these phones counts, however they are written. */
    @Transactional(readOnly = true)
    public Map<String, UUID> known(Collection<String> phones) {
        return heads(holders(phones));
    }

    private Map<String, UUID> heads(Map<String, UUID> holders) {
        var heads = store.heads(Set.copyOf(holders.values()));
        var known = new HashMap<>(holders);
        known.replaceAll((phone, contact) -> heads.getOrDefault(contact, contact));
        return known;
    }

    private Map<String, UUID> holders(Collection<String> phones) {
        var held = identities.find(phones.stream().flatMap(Listing::spellings).toList());
        var holders = new HashMap<String, UUID>();
        for (var phone : phones) {
            spellings(phone)
                    .flatMap(it -> Stream.ofNullable(held.get(it)))
                    .findFirst()
                    .ifPresent(it -> holders.put(phone, it.contact()));
        }
        return holders;
    }

    private static Stream<Identity> spellings(String phone) {
        return new Identity(Identity.Kind.PHONE, phone).variants();
    }

    /** Something was written to them: from now on they are no strangers. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void met(Collection<UUID> contacts) {
        store.met(contacts);
    }

    /** Takes them in, and tells by the phone what became of each. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Outcome> take(List<Listed> people, Origin origin) {
        identities.lock();
        var holders = holders(people.stream().map(Listed::phone).toList());
        var known = heads(holders);
        var newcomers = new LinkedHashMap<UUID, Listed>();
        var others = new LinkedHashMap<Listed, UUID>();
        for (var one : people) {
            var contact = known.get(one.phone());
            if (contact == null) {
                newcomers.put(ids.next(), one);
            } else {
                others.put(one, contact);
            }
        }
        add(newcomers);
        var changed = store.change(others, origin.renames());
        others.values().retainAll(changed);
        newcomers.forEach((contact, one) -> holders.put(one.phone(), contact));
        declare(
                Stream.concat(newcomers.values().stream(), others.keySet().stream()),
                holders,
                origin);
        contacts.makeFindable(newcomers.keySet());
        contacts.makeFindable(changed);
        cards.makeChoosable(newcomers.keySet());
        cards.makeChoosable(changed);
        var outcomes = new HashMap<String, Outcome>();
        people.forEach(it -> outcomes.put(it.phone(), Outcome.TOO_MANY_LABELS));
        others.keySet().forEach(it -> outcomes.put(it.phone(), Outcome.CHANGED));
        newcomers.values().forEach(it -> outcomes.put(it.phone(), Outcome.ADDED));
        return outcomes;
    }

    private void add(Map<UUID, Listed> newcomers) {
        var now = clock.instant();
        store.add(newcomers, now);
        var phones = new LinkedHashMap<Identity, Held>();
        newcomers.forEach((contact, one) ->
                phones.put(
                        new Identity(Identity.Kind.PHONE, one.phone()),
                        new Held(contact, now, now, null, null, Set.of())));
        identities.give(phones);
    }

    /** On whoever has the phone: separated from the other again, they take it along. */
    private void declare(Stream<Listed> people, Map<String, UUID> holders, Origin origin) {
        var said =
                people.filter(Listed::says)
                        .map(it -> holders.get(it.phone()))
                        .collect(Collectors.toSet());
        store.declare(said, origin, clock.instant());
    }
}
