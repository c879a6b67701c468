package io.moked.conversation.retention;

import static io.moked.database.SqlValues.time;
import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataCategory.CONTENT;
import static io.moked.personaldata.DataCategory.INTERACTION;
import static io.moked.personaldata.DataCategory.METADATA;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;
import static io.moked.personaldata.RetentionClock.WORK_END;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Limit;
import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What contacts and users said to each other, and about each other; and what of it is kept for a
 * while only.
 */
@Configuration(proxyBeanMethods = false)
class ConversationPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return Stream.of(ofConversations(), ofMessages(), ofUsers()).flatMap(List::stream).toList();
    }

    private static List<PersonalColumns> ofConversations() {
        return List.of(
                personal(
                        "conversation.conversation",
                        "contact_id status handler department_id labels opened_at waiting_since resolved_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal(
                        "conversation.conversation",
                        "last_inbound_at last_message_at",
                        CONTACT,
                        METADATA,
                        SUBSCRIPTION_END),
                personal(
                        "conversation.promise",
                        "conversation_id kind due_at endangered_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal("conversation.note", "body at", CONTACT, INTERACTION, SUBSCRIPTION_END),
                personal(
                        "conversation.event",
                        "type subject_id at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END));
    }

    private static List<PersonalColumns> ofMessages() {
        return List.of(
                personal(
                        "conversation.message",
                        "content context",
                        CONTACT,
                        CONTENT,
                        SUBSCRIPTION_END),
                personal(
                        "conversation.message",
                        "direction author_kind status external_id refused_as about failure_code failure_reason unconfirmed_at at",
                        CONTACT,
                        METADATA,
                        SUBSCRIPTION_END),
                personal(
                        "conversation.price",
                        "told_as type category model billable",
                        CONTACT,
                        METADATA,
                        SUBSCRIPTION_END),
                personal(
                        "conversation.afterword",
                        "about external_id content at",
                        CONTACT,
                        CONTENT,
                        SUBSCRIPTION_END),
                personal(
                        "conversation.parked_receipt",
                        "external_id status failure_code failure_reason at type category model billable",
                        CONTACT,
                        METADATA,
                        WORK_END));
    }

    private static List<PersonalColumns> ofUsers() {
        return List.of(
                personal(
                        "conversation.conversation",
                        "assignee_id",
                        USER,
                        ACTIVITY,
                        SUBSCRIPTION_END),
                personal("conversation.message", "author_id", USER, ACTIVITY, SUBSCRIPTION_END),
                personal("conversation.note", "author_id", USER, ACTIVITY, SUBSCRIPTION_END),
                personal("conversation.event", "actor_id", USER, ACTIVITY, SUBSCRIPTION_END));
    }

    /** Their messages are not ours, or were never known by that name. */
    @Bean
    TimedWork sweepParkedReceipts(WorkerDatabase worker) {
        return new TimedWork(
                "parked-receipts",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from conversation.parked_receipt where ctid in (
                                            select ctid from conversation.parked_receipt where at < :before limit :part)
                                        """)
                                .param("before", time(now.minus(Limit.PARKED_RECEIPT_DAYS.days())))
                                .param("part", TimedWork.PART)
                                .update());
    }
}
