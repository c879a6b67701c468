package io.moked.rule;

import io.moked.channel.ChannelId;
import io.moked.contact.ContactId;
import io.moked.conversation.Announcements;
import io.moked.conversation.Announcements.Automatic;
import io.moked.conversation.Conversation;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Message;
import io.moked.conversation.Threads;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.rule.engine.Action;
import io.moked.rule.engine.Circumstances;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Says to contacts what a rule says, in their language, as long as anything may be written. */
@Component
class RuleTexts {

    /** Texts that rules say in one conversation within an hour: another machine may answer them. */
    private static final int AN_HOUR = 5;

    private final Announcements announcements;
    private final Threads threads;
    private final Ids ids;
    private final Clock clock;

    RuleTexts(Announcements announcements, Threads threads, Ids ids, Clock clock) {
        this.threads = threads;
        this.ids = ids;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Meta takes free words within 24 hours of the contact's last message only (Cloud API,
     * "Customer service windows"). Where what is said is answered by another machine, it ends with
     * a few.
     */
    void say(Action action, Conversation conversation, Circumstances circumstances) {
        var closes = conversation.serviceWindowClosesAt();
        if (closes == null || !closes.isAfter(clock.instant())) {
            throw new Deeds.Undone("service-window-closed");
        }
        var since = clock.instant().minus(Duration.ofHours(1));
        if (said(conversation, since) >= AN_HOUR) {
            throw new Deeds.Undone("too-many-texts");
        }
        announcements.say(
                List.of(
                        new Automatic(
                                conversation.id(),
                                new ContactId(conversation.contactId()),
                                new ChannelId(conversation.channelId()),
                                ids.next(),
                                written(action, isHebrew(circumstances)))));
    }

    /** What was said by itself, of as much as anybody could have said meanwhile. */
    private long said(Conversation conversation, Instant since) {
        var last = Page.of(null, Limit.PAGE_ROWS.value());
        return threads.messages(new ConversationId(conversation.id()), last).items().stream()
                .filter(it -> it.at().isAfter(since))
                .filter(it -> it.author().kind() == Message.Author.Kind.SYSTEM)
                .count();
    }

    /** Where only one language is there, that one. */
    private static String written(Action action, boolean isHebrew) {
        var text = Objects.requireNonNull(action.text());
        var wanted = isHebrew ? text.hebrew() : text.english();
        var other = isHebrew ? text.english() : text.hebrew();
        return Objects.requireNonNull(wanted == null ? other : wanted);
    }

    /** As far as it is known, and else by the letters they write. */
    static boolean isHebrew(Circumstances it) {
        var language = it.contact().language();
        return language != null
                ? language.equals("he")
                : it.words()
                        .codePoints()
                        .anyMatch(letter ->
                                Character.UnicodeScript.of(letter)
                                        == Character.UnicodeScript.HEBREW);
    }
}
