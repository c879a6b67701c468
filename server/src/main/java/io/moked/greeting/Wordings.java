package io.moked.greeting;

import static java.util.Objects.requireNonNull;

import io.moked.channel.ChannelId;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.Announcements.Automatic;
import io.moked.greeting.GreetingStore.Telling;
import io.moked.greeting.Texts.Said;
import io.moked.kernel.Ids;
import io.moked.routing.Waits;
import io.moked.routing.Waits.Crew;
import io.moked.routing.Waits.Place;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what is to be said into words, in the language of whoever is told. */
@Component
class Wordings {

    private final Contacts contacts;
    private final Tenants tenants;
    private final Waits waits;
    private final DepartmentHours hours;
    private final Phrases phrases;
    private final Ids ids;

    Wordings(
            Contacts contacts,
            Tenants tenants,
            Waits waits,
            DepartmentHours hours,
            Phrases phrases,
            Ids ids) {
        this.contacts = contacts;
        this.tenants = tenants;
        this.waits = waits;
        this.hours = hours;
        this.phrases = phrases;
        this.ids = ids;
    }

    /** In the order in which they are to be told; departments without texts tell nothing. */
    List<Automatic> of(Map<Telling, Visit> due, Map<UUID, Texts> texts) {
        var known = contacts.find(due.values().stream().map(Visit::contact).toList());
        var business = Language.named(tenants.find(TenantScope.current()).orElseThrow().language());
        var said = new LinkedHashMap<Telling, Said>();
        due.forEach((telling, visit) -> {
            var contact = known.get(visit.contact());
            var language =
                    Language.of(
                            contact == null ? null : contact.language(),
                            String.join(" ", visit.words()),
                            business);
            var own = requireNonNull(texts.get(visit.department()));
            var body = own.on(telling.occasion(), language);
            if (body != null) {
                said.put(telling, body);
            }
        });
        return filled(said, due);
    }

    private List<Automatic> filled(Map<Telling, Said> said, Map<Telling, Visit> due) {
        var places = places(said);
        var crews = new HashMap<UUID, Crew>();
        var told = new ArrayList<Automatic>();
        said.forEach((telling, it) -> {
            var department = requireNonNull(due.get(telling)).department();
            var place = places.get(telling.conversation());
            if (place != null || !it.tellsPlace()) {
                var values = values(department, it, place, crews);
                told.add(automatic(telling, Texts.filled(it.body(), values)));
            }
        });
        return told;
    }

    /** Of those only who are told of it: whoever counts reads all of a line. */
    private Map<UUID, Place> places(Map<Telling, Said> said) {
        return waits.places(
                said.entrySet().stream()
                        .filter(it -> it.getValue().tellsPlace())
                        .map(it -> it.getKey().conversation())
                        .toList());
    }

    private Automatic automatic(Telling it, String text) {
        return new Automatic(
                it.conversation(),
                new ContactId(it.contact()),
                new ChannelId(it.channel()),
                it.occasion() == Occasion.ASKED ? ids.next() : it.occasion().once(),
                text);
    }

    private Map<String, String> values(
            UUID department, Said said, @Nullable Place place, Map<UUID, Crew> crews) {
        var values = new HashMap<String, String>();
        if (place != null) {
            values.put("position", Integer.toString(place.position()));
            if (said.has("wait")) {
                var crew = crews.computeIfAbsent(department, waits::crew);
                values.put("wait", phrases.wait(crew.at(place.position()), said.language()));
            }
        }
        hours.of(department)
                .ifPresent(it ->
                        values.put(
                                "nextOpening",
                                phrases.opening(
                                        it.standing().opens(), it.zone(), said.language())));
        return values;
    }
}
