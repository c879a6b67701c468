package io.moked.greeting;

import static java.util.Objects.requireNonNull;

import io.moked.channel.ChannelId;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.Announcements.Automatic;
import io.moked.greeting.GreetingStore.Telling;
import io.moked.kernel.Ids;
import io.moked.routing.Waits;
import io.moked.routing.Waits.Crew;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        var crews = new HashMap<UUID, Crew>();
        var told = new ArrayList<Automatic>();
        due.forEach((telling, visit) -> {
            var contact = known.get(visit.contact());
            var language =
                    Language.of(
                            contact == null ? null : contact.language(),
                            String.join(" ", visit.words()),
                            business);
            var department = visit.place().department();
            var said = requireNonNull(texts.get(department)).on(telling.occasion(), language);
            if (said != null) {
                told.add(automatic(telling, Texts.filled(said.body(), values(visit, said, crews))));
            }
        });
        return told;
    }

    private Automatic automatic(Telling it, String text) {
        return new Automatic(
                it.conversation(),
                new ContactId(it.contact()),
                new ChannelId(it.channel()),
                it.occasion() == Occasion.ASKED ? ids.next() : it.occasion().once(),
                text);
    }

    private Map<String, String> values(Visit visit, Texts.Said said, Map<UUID, Crew> crews) {
        var values = new HashMap<String, String>();
        var department = visit.place().department();
        int position = visit.place().position();
        values.put("position", Integer.toString(position));
        if (said.body().contains("{wait}")) {
            var crew = crews.computeIfAbsent(department, waits::crew);
            values.put("wait", phrases.wait(crew.at(position), said.language()));
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
