package io.moked.routing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Roles.KnownDepartments;
import io.moked.access.SignedIn;
import io.moked.agent.Agents;
import io.moked.conversation.Conversation;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.routing.DepartmentStore.Pushing;
import io.moked.routing.engine.Choice;
import io.moked.routing.engine.Keeping;
import io.moked.routing.engine.Overflow;
import io.moked.routing.engine.Terms;
import io.moked.routing.entrance.Entrances;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answers which kind of question, in the tenant in scope. */
@Component
public class Departments implements Conversation.Departments, KnownDepartments {

    private final DepartmentStore store;
    private final Entrances entrances;
    private final Members members;
    private final Agents agents;
    private final Waker waker;
    private final Journal journal;
    private final Ids ids;

    Departments(
            DepartmentStore store,
            Entrances entrances,
            Members members,
            Agents agents,
            Waker waker,
            Journal journal,
            Ids ids) {
        this.store = store;
        this.entrances = entrances;
        this.members = members;
        this.agents = agents;
        this.waker = waker;
        this.journal = journal;
        this.ids = ids;
    }

    /** How agents come to what waits. */
    public enum Mode {
        /** They take it. */
        PULL,
        /** They are given it. */
        PUSH,
        /** They are asked, and may say no. */
        OFFER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A department.
     *
     * @param choice who of its members is given what waits
     * @param relaxing after how long a wait one level less of a skill is required, and again after
     *     that; null for never
     * @param asking how its agents are asked where they are
     * @param keeping whether contacts come back to who had them
     * @param overflow who else gets what waits for long
     */
    public record Department(
            UUID id,
            String name,
            Mode mode,
            Choice choice,
            @Nullable Duration relaxing,
            Asking asking,
            Keeping keeping,
            Overflow overflow) {

        Terms terms() {
            return new Terms(relaxing, overflow, keeping);
        }
    }

    /**
     * How agents are asked.
     *
     * @param time for an answer
     * @param misses after how many in a row without one they are away; 0 for never
     */
    public record Asking(Duration time, int misses) {

        public static final Asking USUAL = new Asking(Duration.ofSeconds(30), 3);
    }

    @Transactional
    public Department addStandard(String name) {
        return add(name, true);
    }

    @Transactional
    public Department add(String name, SignedIn by) {
        if (store.isNameTaken(name, ids.next())) {
            throw new Refusals.DepartmentNameTaken();
        }
        var department = add(name, false);
        tell("routing.department-added", department.id(), by);
        return department;
    }

    private Department add(String name, boolean isStandard) {
        var department =
                new Department(
                        ids.next(),
                        name,
                        Mode.PULL,
                        Choice.LONGEST_IDLE,
                        null,
                        Asking.USUAL,
                        Keeping.NONE,
                        Overflow.NONE);
        store.add(department, isStandard);
        return department;
    }

    @Transactional(readOnly = true)
    public List<Department> all() {
        return store.all();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable UUID lineOf(UUID channel) {
        return entrances.lines(List.of(channel)).get(channel);
    }

    /** Calls it otherwise, or gives what waits otherwise. */
    @Transactional
    public Department change(Department wanted, SignedIn by) {
        var before = find(wanted.id());
        if (!before.equals(wanted)) {
            if (!before.name().equals(wanted.name())
                    && store.isNameTaken(wanted.name(), wanted.id())) {
                throw new Refusals.DepartmentNameTaken();
            }
            if (!before.overflow().equals(wanted.overflow())) {
                check(wanted);
            }
            store.change(wanted);
            tell("routing.department-changed", wanted.id(), by);
            waker.wakeAfterCommit();
        }
        return wanted;
    }

    /** With all of them locked, so that no two changes make a circle together. */
    private void check(Department wanted) {
        store.lockAll();
        var ways = store.all().stream().collect(toMap(Department::id, it -> it.overflow().to()));
        if (!ways.keySet().containsAll(wanted.overflow().to())) {
            throw new Invalid("overflowTo", "unknown");
        }
        ways.put(wanted.id(), wanted.overflow().to());
        if (Overflow.leadsBack(wanted.id(), ways)) {
            throw new Invalid("overflowTo", "circle");
        }
    }

    /** What comes to a department from others, and after how long a wait. */
    @Transactional(readOnly = true)
    Map<UUID, Overflow> overflowingInto(UUID department) {
        return store.pushing().stream()
                .map(Pushing::department)
                .filter(it -> it.overflow().to().contains(department))
                .collect(toMap(Department::id, Department::overflow));
    }

    /** Those in which nobody answers: nobody may, or nobody is given what waits. */
    @Transactional(readOnly = true)
    public Set<UUID> deserted() {
        var all = store.all();
        var answered = members.answered(all.stream().map(Department::id).toList());
        store.pushing().stream()
                .filter(it -> it.department().mode() != Mode.PULL && it.members().isEmpty())
                .forEach(it -> answered.remove(it.id()));
        return all.stream()
                .map(Department::id)
                .filter(it -> !answered.contains(it))
                .collect(toSet());
    }

    /** Who is given what waits. */
    @Transactional(readOnly = true)
    public Set<UUID> members(UUID department) {
        return store.members(find(department).id());
    }

    /** These and nobody else, as far as they may answer there. */
    @Transactional
    public Set<UUID> setMembers(UUID department, Set<UUID> members, SignedIn by) {
        find(department);
        if (!this.members.answering(department, members).containsAll(members)) {
            throw new Invalid("agentIds", "may-not-answer");
        }
        agents.enter(members);
        store.setMembers(department, members);
        tell("routing.members-changed", department, by);
        waker.wakeAfterCommit();
        return members;
    }

    private Department find(UUID department) {
        return store.of(Set.of(department)).stream().findFirst().orElseThrow(NotFound::new);
    }

    private void tell(String kind, UUID department, SignedIn by) {
        journal.append(Fact.of(kind, department).by(by.user().value()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean areKnown(Set<UUID> departments) {
        return names(departments).keySet().containsAll(departments);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> departments) {
        return departments.isEmpty()
                ? Map.of()
                : store.of(departments).stream().collect(toMap(Department::id, Department::name));
    }
}
