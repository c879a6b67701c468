package io.moked.rule;

import static io.moked.access.Permission.ANSWER_FOR_COLLEAGUES;
import static io.moked.access.Permission.READ_CONVERSATIONS;

import io.moked.access.Permission;
import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.conversation.Conversation;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells users of a conversation that they may read: their consoles show it as it happens. */
@Component
class RuleNotices {

    private final Users users;
    private final Journal journal;

    RuleNotices(Users users, Journal journal) {
        this.users = users;
        this.journal = journal;
    }

    void toUser(Rule rule, UserId user, Conversation conversation) {
        var told =
                users.active(List.of(user.value())).stream()
                        .filter(it -> may(it, READ_CONVERSATIONS, conversation))
                        .toList();
        if (told.isEmpty()) {
            throw new Deeds.Undone("may-not-read");
        }
        tell(rule, told, conversation);
    }

    /** Those who answer for colleagues where it is. */
    void toManagers(Rule rule, Conversation conversation) {
        var told =
                users.all().stream()
                        .filter(User::isActive)
                        .filter(it -> may(it, ANSWER_FOR_COLLEAGUES, conversation))
                        .toList();
        tell(rule, told, conversation);
    }

    private static boolean may(User user, Permission permission, Conversation conversation) {
        return user.permissions().reach(permission).includes(conversation.departmentId());
    }

    private void tell(Rule rule, List<User> told, Conversation conversation) {
        journal.append(
                told.stream()
                        .map(it ->
                                Fact.of("rule.notified", rule.id())
                                        .with("conversationId", conversation.id())
                                        .with("notifiedId", it.id().value()))
                        .toList());
    }
}
