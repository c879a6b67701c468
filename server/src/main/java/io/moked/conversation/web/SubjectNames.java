package io.moked.conversation.web;

import io.moked.conversation.Conversation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What else events are about than people: departments, rules, and reasons of ends. */
@Component
class SubjectNames {

    private final Conversation.Departments departments;
    private final Conversation.Rules rules;
    private final Conversation.Endings endings;

    SubjectNames(
            Conversation.Departments departments,
            Conversation.Rules rules,
            Conversation.Endings endings) {
        this.departments = departments;
        this.rules = rules;
        this.endings = endings;
    }

    /** By their ids; whichever is the id of something else is missing. */
    Map<UUID, String> of(Collection<UUID> ids) {
        var names = new HashMap<>(departments.names(ids));
        names.putAll(rules.names(ids));
        names.putAll(endings.dispositions(ids));
        return names;
    }
}
