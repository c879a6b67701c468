package io.moked.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.agent.Agents;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents of the tenant in scope can do: languages, products, whatever it names. */
@Component
public class Skills {

    /** More of them nobody keeps apart. */
    private static final int MOST = 100;

    private final SkillStore store;
    private final Users users;
    private final Agents agents;
    private final Waker waker;
    private final Journal journal;
    private final Ids ids;

    Skills(SkillStore store, Users users, Agents agents, Waker waker, Journal journal, Ids ids) {
        this.store = store;
        this.users = users;
        this.agents = agents;
        this.waker = waker;
        this.journal = journal;
        this.ids = ids;
    }

    public record Skill(UUID id, String name) {}

    /**
     * How well an agent knows it.
     *
     * @param level 1 to 5
     */
    public record Level(UUID agent, UUID skill, int level) {}

    /** Another is called so, in capitals or not. */
    static final class NameTaken extends Refusal {
        NameTaken() {
            super(Kind.CONFLICT, "skill-name-taken");
        }
    }

    /** There are as many as anybody could keep apart. */
    static final class TooMany extends Refusal {
        TooMany() {
            super(Kind.CONFLICT, "too-many-skills");
        }
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Skill> all() {
        return store.all();
    }

    @Transactional
    public Skill add(String name, UserId by) {
        if (store.all().size() >= MOST) {
            throw new TooMany();
        }
        var skill = new Skill(ids.next(), name);
        if (!store.add(skill)) {
            throw new NameTaken();
        }
        tell("routing.skill-added", skill.id(), by);
        return skill;
    }

    @Transactional
    public Skill rename(Skill skill, UserId by) {
        try {
            if (!store.rename(skill)) {
                throw new NotFound();
            }
        } catch (DuplicateKeyException taken) {
            throw new NameTaken();
        }
        tell("routing.skill-changed", skill.id(), by);
        return skill;
    }

    /** Whatever waits for somebody who knows it, waits for it no longer. */
    @Transactional
    public void remove(UUID skill, UserId by) {
        if (!store.remove(skill)) {
            throw new NotFound();
        }
        tell("routing.skill-removed", skill, by);
        waker.wakeAfterCommit();
    }

    /** Who knows what, and how well. */
    @Transactional(readOnly = true)
    public List<Level> levels() {
        return store.levels();
    }

    /** What each of these knows. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<UUID, Integer>> of(Collection<UUID> agents) {
        return store.levels(agents).stream()
                .collect(groupingBy(Level::agent, toMap(Level::skill, Level::level)));
    }

    /** What somebody knows from now on, and nothing else. */
    @Transactional
    public void setLevels(UserId agent, Map<UUID, Integer> levels, UserId by) {
        if (users.find(agent).filter(User::isActive).isEmpty()) {
            throw new NotFound();
        }
        check("skills", levels.keySet());
        agents.enter(List.of(agent.value()));
        store.setLevels(agent.value(), levels);
        tell("routing.abilities-changed", agent.value(), by);
        waker.wakeAfterCommit();
    }

    /** Refuses what is no skill. */
    void check(String field, Set<UUID> skills) {
        var known = store.all().stream().map(Skill::id).collect(toSet());
        if (!known.containsAll(skills)) {
            throw new Invalid(field, "unknown-skill");
        }
    }

    private void tell(String kind, UUID subject, UserId by) {
        journal.append(Fact.of(kind, subject).by(by.value()));
    }
}
