package io.moked.operations;

import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.routing.Skills;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** What the people of a demo's business can do: the one more of this, the other more of that. */
final class DemoSkills {

    private static final int HIGHEST = 5;

    private final Skills skills;

    DemoSkills(Skills skills) {
        this.skills = skills;
    }

    void teach(DemoCast.Business business, List<User> people, UserId by) {
        var names =
                business.language().equals("he")
                        ? List.of("אנגלית", "אירועים")
                        : List.of("Hebrew", "Weddings");
        var known = names.stream().map(it -> skills.add(it, by)).toList();
        for (int person = 0; person < people.size(); person++) {
            var levels = new HashMap<UUID, Integer>();
            for (int skill = 0; skill < known.size(); skill++) {
                int level = (2 * person + 3 * skill) % (HIGHEST + 1);
                if (level > 0) {
                    levels.put(known.get(skill).id(), level);
                }
            }
            skills.setLevels(people.get(person).id(), levels, by);
        }
    }
}
