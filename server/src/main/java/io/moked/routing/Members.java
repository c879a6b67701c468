package io.moked.routing;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.conversation.Conversation;
import io.moked.conversation.Conversation.Workload;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.routing.engine.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Members of departments, held against what they may do by now. */
@Component
class Members {

    private final DepartmentStore departments;
    private final Users users;

    Members(DepartmentStore departments, Users users) {
        this.departments = departments;
        this.users = users;
    }

    void mustBeThere(UserId agent) {
        var _ = users.find(agent).orElseThrow(NotFound::new);
    }

    /** Refuses somebody who may not answer each of these. */
    void mustAnswer(UserId agent, Collection<Conversation> conversations) {
        var user = users.find(agent).orElseThrow(() -> new Invalid("agentId", "unknown"));
        if (!user.isActive()) {
            throw new Refusals.AgentNotActive();
        }
        var reach = user.permissions().reach(ANSWER_CONVERSATIONS);
        if (!conversations.stream().allMatch(it -> reach.includes(it.departmentId()))) {
            throw new Refusals.AgentCannotAnswer();
        }
    }

    /** What of it its agents may answer by now. */
    Map<Workload.Work, UserId> whoMayHave(Map<Workload.Work, UserId> work) {
        var active =
                users.active(work.values().stream().map(UserId::value).distinct().toList()).stream()
                        .collect(
                                toMap(
                                        User::id,
                                        it -> it.permissions().reach(ANSWER_CONVERSATIONS)));
        var able = new LinkedHashMap<Workload.Work, UserId>();
        work.forEach((it, agent) -> {
            var reach = active.get(agent);
            if (reach != null && reach.includes(it.department())) {
                able.put(it, agent);
            }
        });
        return able;
    }

    /** Those of them who may answer there. */
    Set<UUID> answering(UUID department, Collection<UUID> agents) {
        return users.active(agents).stream()
                .filter(it -> it.permissions().reach(ANSWER_CONVERSATIONS).includes(department))
                .map(it -> it.id().value())
                .collect(toSet());
    }

    /** Those of these departments in which somebody may answer. */
    Set<UUID> answered(Collection<UUID> departments) {
        var reaches =
                users.all().stream()
                        .filter(User::isActive)
                        .map(it -> it.permissions().reach(ANSWER_CONVERSATIONS))
                        .toList();
        return departments.stream()
                .filter(it -> reaches.stream().anyMatch(reach -> reach.includes(it)))
                .collect(toSet());
    }

    /** Decisions for agents who may answer there; who may no more is a member no more. */
    List<Decision> whoMayAnswer(List<Decision> decisions) {
        var chosen =
                users.active(decisions.stream().map(Decision::agent).distinct().toList()).stream()
                        .collect(toMap(it -> it.id().value(), Function.identity()));
        var able = new ArrayList<Decision>();
        for (var one : decisions) {
            var user = chosen.get(one.agent());
            if (user != null
                    && user.permissions().reach(ANSWER_CONVERSATIONS).includes(one.line())) {
                able.add(one);
            } else {
                departments.leave(one.line(), one.agent());
            }
        }
        return able;
    }
}
