package io.moked.routing.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.kernel.Slice;
import io.moked.routing.Skills;
import io.moked.routing.Skills.Level;
import io.moked.routing.Skills.Skill;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What agents can do, and how well. */
@RestController
@RequestMapping("/api/v1")
class SkillsController {

    private final Skills skills;

    SkillsController(Skills skills) {
        this.skills = skills;
    }

    record SkillView(UUID id, String name) {}

    record WantedSkill(@NotNull @Size(max = 100) @Pattern(regexp = User.NAME) String name) {}

    /** What an agent knows; a skill that is not named they do not have. */
    record AgentSkills(UUID agentId, List<SkillLevel> skills) {}

    record WantedAgentSkills(@NotNull @Size(max = 100) List<@NotNull @Valid SkillLevel> skills) {}

    /** All there are, by name. */
    @GetMapping("/skills")
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<SkillView> list() {
        return Slice.whole(skills.all().stream().map(SkillsController::view).toList());
    }

    /** One more. 409 {@code skill-name-taken}, {@code too-many-skills}. */
    @PostMapping("/skills")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    SkillView add(SignedIn caller, @Valid @RequestBody WantedSkill wanted) {
        return view(skills.add(wanted.name().strip(), caller.user()));
    }

    /** Calls it otherwise. 409 {@code skill-name-taken}. */
    @PutMapping("/skills/{id}")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    SkillView rename(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedSkill wanted) {
        return view(skills.rename(new Skill(id, wanted.name().strip()), caller.user()));
    }

    /** Removes it, also from what agents know, and from what conversations ask for. */
    @DeleteMapping("/skills/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    void remove(SignedIn caller, @PathVariable UUID id) {
        skills.remove(id, caller.user());
    }

    /** What every agent knows who knows anything. */
    @GetMapping("/skills/levels")
    @Requires(Permission.READ_USERS)
    Slice<AgentSkills> levels() {
        var byAgent =
                skills.levels().stream()
                        .collect(
                                groupingBy(
                                        Level::agent,
                                        mapping(
                                                it -> new SkillLevel(it.skill(), it.level()),
                                                toList())));
        return Slice.whole(
                byAgent.entrySet().stream()
                        .map(it -> new AgentSkills(it.getKey(), it.getValue()))
                        .toList());
    }

    /** What an agent knows from now on. 404 for who works here no more. */
    @PutMapping("/agents/{id}/skills")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    AgentSkills setLevels(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedAgentSkills wanted) {
        skills.setLevels(
                new UserId(id), SkillLevel.levels("skills", wanted.skills()), caller.user());
        return new AgentSkills(id, wanted.skills());
    }

    private static SkillView view(Skill it) {
        return new SkillView(it.id(), it.name());
    }
}
