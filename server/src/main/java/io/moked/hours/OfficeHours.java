package io.moked.hours;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Roles.KnownDepartments;
import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.journal.Witness;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a department is there to answer now, and when next. */
@Component
public class OfficeHours implements Hours.UsedCalendars, Witness {

    private final OfficeStore store;
    private final CalendarStore calendars;
    private final ObjectProvider<KnownDepartments> departments;
    private final Journal journal;
    private final Clock clock;

    OfficeHours(
            OfficeStore store,
            CalendarStore calendars,
            ObjectProvider<KnownDepartments> departments,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.departments = departments;
        this.journal = journal;
        this.clock = clock;
    }

    /** What hours somebody keeps. */
    public enum Follows {
        /** Open day and night. */
        ALWAYS,
        /** Those of the whole business. */
        BUSINESS,
        /** Those of a calendar. */
        CALENDAR;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whose hours are which.
     *
     * @param calendar the one that is followed, if one is
     */
    public record Observance(Follows follows, @Nullable UUID calendar) {

        static final Observance OF_THE_BUSINESS = new Observance(Follows.BUSINESS, null);
        static final Observance ALWAYS = new Observance(Follows.ALWAYS, null);

        /** Of a calendar; without one, always open. */
        public static Observance of(@Nullable UUID calendar) {
            return calendar == null ? ALWAYS : new Observance(Follows.CALENDAR, calendar);
        }
    }

    /** What a department keeps, and how it stands with that now. */
    public record Office(Observance observance, Standing standing) {}

    /** Of a department. */
    @Transactional(readOnly = true)
    public Office of(UUID department) {
        return office(department, store.all());
    }

    /** By which a department goes; empty where it is always open. */
    @Transactional(readOnly = true)
    public Optional<Calendar> calendarOf(UUID department) {
        var all = store.all();
        var usual = all.getOrDefault(business(), Observance.ALWAYS);
        return Optional.ofNullable(all.getOrDefault(department, usual).calendar())
                .flatMap(it -> calendars.find(Set.of(it)).stream().findFirst());
    }

    /** Of the whole business. */
    @Transactional(readOnly = true)
    public Office ofBusiness() {
        var all = store.all();
        var own = all.getOrDefault(business(), Observance.ALWAYS);
        return new Office(own, standing(openings(all).apply(null)));
    }

    /** Of the departments that do not go by the business's hours. */
    @Transactional(readOnly = true)
    public Map<UUID, Office> ofTheirOwn() {
        var all = store.all();
        return all.keySet().stream()
                .filter(it -> !it.equals(business()))
                .collect(toMap(Function.identity(), it -> office(it, all)));
    }

    private Office office(UUID department, Map<UUID, Observance> all) {
        return new Office(
                all.getOrDefault(department, Observance.OF_THE_BUSINESS),
                standing(openings(all).apply(department)));
    }

    private Standing standing(Openings openings) {
        return Standing.of(openings, clock.instant());
    }

    /** What time is counted with in each department; null asks for the business's own. */
    @Transactional(readOnly = true)
    public Function<@Nullable UUID, Openings> openings() {
        return openings(store.all());
    }

    private Function<@Nullable UUID, Openings> openings(Map<UUID, Observance> all) {
        var known =
                calendars.find(followed(all.values())).stream()
                        .collect(toMap(Calendar::id, it -> new Openings(it.hours())));
        var usual = all.getOrDefault(business(), Observance.ALWAYS);
        return department -> {
            var own = department == null ? null : all.get(department);
            var calendar = (own == null ? usual : own).calendar();
            return calendar == null
                    ? Openings.ALWAYS
                    : known.getOrDefault(calendar, Openings.ALWAYS);
        };
    }

    private static Set<UUID> followed(Collection<Observance> all) {
        return all.stream().map(Observance::calendar).filter(Objects::nonNull).collect(toSet());
    }

    private static UUID business() {
        return TenantScope.current().value();
    }

    /** From now on a department keeps these. */
    @Transactional
    public void set(UUID department, Observance wanted, UserId by) {
        mustBeKnown(department);
        keep(department, wanted, by);
    }

    @Transactional(readOnly = true)
    public void mustBeKnown(UUID department) {
        if (!departments.getObject().areKnown(Set.of(department))) {
            throw new NotFound();
        }
    }

    /** From now on the business does, with all departments that have none of their own. */
    @Transactional
    public void setBusiness(Observance wanted, UserId by) {
        if (wanted.follows() == Follows.BUSINESS) {
            throw new Invalid("follows", "unknown-value");
        }
        keep(business(), wanted, by);
    }

    private void keep(UUID office, Observance wanted, UserId by) {
        if ((wanted.follows() == Follows.CALENDAR) != (wanted.calendar() != null)) {
            throw new Invalid("calendarId", wanted.calendar() == null ? "missing" : "unknown");
        }
        if (wanted.calendar() != null && !calendars.hold(wanted.calendar())) {
            throw new Invalid("calendarId", "unknown");
        }
        if (wanted.follows() == Follows.BUSINESS) {
            store.remove(office);
        } else {
            store.put(office, wanted.calendar());
        }
        journal.append(Fact.of("hours.office-changed", office).by(by.value()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isUsed(UUID calendar) {
        return store.isUsed(calendar);
    }

    /** A department that is no more keeps no hours. */
    @Override
    public void see(List<Fact> facts) {
        facts.stream()
                .filter(it -> it.kind().equals("routing.department-removed"))
                .forEach(it -> store.remove(it.subject()));
    }
}
