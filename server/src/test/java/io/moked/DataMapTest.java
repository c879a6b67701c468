package io.moked;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.personaldata.PersonalDataHolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every column is declared personal by one room, or stands here as saying nothing about a person.
 */
@MokedTest
class DataMapTest {

    /**
     * Our own ids of things, how the work on them stands, and what is a business's and nobody's
     * own.
     */
    private static final Set<String> NOT_PERSONAL =
            columns(
                    """
                    access.api_token            tenant_id id
                    access.app_user             tenant_id id
                    access.failed_sign_in       tenant_id id
                    access.role                 tenant_id id name permissions
                    access.user_role            tenant_id
                    access.session              tenant_id id standing idle_minutes
                    agent.agent                 tenant_id
                    agent.break_reason          tenant_id id name_en name_he removed_at
                    agent.absence_rule              tenant_id grace_minutes
                    agent.sight                 tenant_id witness_id
                    agent.spell                 tenant_id id
                    agent.witness               id seen_until
                    audience.segment            tenant_id id name criteria changed_at
                    audit.entry                 tenant_id id
                    broadcast.broadcast         tenant_id id client_id name channel_id template_id category by_language
                    broadcast.broadcast         slots criteria segment_id starts_at time_zone quiet_from quiet_to state
                    broadcast.broadcast         pause gathered_to is_gathered watched_from has_news told_at created_at
                    broadcast.broadcast         started_at finished_at
                    broadcast.recipient         tenant_id broadcast_id message_id conversation_id template_id
                    broadcast.tally             tenant_id broadcast_id id state reason recipients replied
                    canned.reply                tenant_id id department_id name media_id
                    canned.text                 tenant_id reply_id language body
                    canned.use                  tenant_id reply_id
                    channel.courtesy            tenant_id read_receipts
                    channel.channel             tenant_id id name external_id address account_id app_id former_app_id moved_at delivered_at sealed_token stopped_code stopped_at ended_at
                    contact.contact             tenant_id id
                    contact.consent             tenant_id contact_id
                    contact.declaration         tenant_id contact_id occasion_id
                    contact.findable            tenant_id contact_id
                    contact.former_identity     tenant_id
                    contact.identity            tenant_id contact_id
                    contact.labeled             tenant_id contact_id
                    contact.merge               tenant_id id
                    contactlist.line            tenant_id list_id number
                    contactlist.list            tenant_id id encoding separator row_count columns state turn_at
                    conversation.conversation   tenant_id id channel_id unread last_message_id
                    conversation.event          tenant_id id conversation_id
                    conversation.message        tenant_id id conversation_id channel_id client_id retried_by
                    conversation.note           tenant_id id conversation_id client_id
                    conversation.afterword      tenant_id channel_id id
                    conversation.parked_receipt tenant_id channel_id
                    conversation.price          tenant_id message_id
                    conversation.shared_file    tenant_id media_id conversation_id withheld
                    factor.one_time_code        tenant_id
                    factor.passkey              tenant_id id
                    factor.recovery_code        tenant_id
                    factor.security_policy      tenant_id second_factor password_length idle_minutes session_hours
                    factor.spent_challenge      digest ends_at
                    conversation.conversation   disposition_id snoozed_until
                    conversation.event          until
                    ending.disposition          tenant_id id name place removed_at
                    ending.reopening            tenant_id minutes
                    ending.department           tenant_id department_id requires_disposition wrap_up_seconds nudge_minutes
                    ending.department           nudge_english nudge_hebrew resolve_minutes farewell_english farewell_hebrew agent_minutes
                    ending.wake                 tenant_id
                    ending.wrap_up              tenant_id
                    ending.silence              tenant_id
                    greeting.text               tenant_id department_id occasion language body
                    greeting.setting            tenant_id ask_words give_up_words greet_again_hours ask_again_minutes
                    greeting.told               tenant_id channel_id
                    hours.calendar              tenant_id id name time_zone week special_days version created_at changed_at
                    invitation.link             tenant_id id letter_id
                    journal.entry               tenant_id xid seq
                    journal.follower            name xid seq
                    mail.letter                 tenant_id id kind state attempts due_at useful_until
                    metaapp.app                 tenant_id id name external_id key sealed_secrets sealed_token created_at delivered_at
                    media.examination           tenant_id media_id attempts due_at
                    media.file                  tenant_id id state
                    number.news                 tenant_id account_id phone matter field event details told_at heard_at
                    hours.office                tenant_id id calendar_id
                    conversation.promise        tenant_id
                    target.agreement            tenant_id edition warn_percent taken_up_to taken_up_behind
                    target.pledge               tenant_id department_id priority kind minutes
                    target.countdown            tenant_id kind edition
                    routing.entrance            tenant_id channel_id department_id
                    search.entry                tenant_id id
                    search.progress             tenant_id before_id is_done
                    rule.call                   tenant_id id rule_id url state attempts outcome due_at
                    rule.known_labels           tenant_id
                    rule.occasion               tenant_id id trigger minutes is_over tries
                    rule.rule                   tenant_id id name place trigger minutes is_enabled conditions version acted acted_at
                    rule.secret                 tenant_id sealed renewed_at
                    routing.handover            tenant_id id
                    routing.offer               tenant_id id department_id units
                    routing.overflow            tenant_id department_id to_id place
                    routing.unanswered          tenant_id
                    routing.decision            tenant_id id department_id units choice passed
                    routing.ability             tenant_id skill_id
                    routing.department          tenant_id id name is_standard mode choice relax_seconds
                    routing.channel_weight      tenant_id channel_id units
                    routing.department          offer_seconds offer_misses keep_within_seconds keep_wait_seconds overflow_seconds
                    routing.need                tenant_id skill_id level is_required
                    routing.skill               tenant_id id name
                    routing.step                tenant_id seq department_id
                    routing.urgency             tenant_id start_seconds
                    routing.held                tenant_id units
                    routing.resting             tenant_id
                    routing.member              tenant_id department_id
                    routing.waiting             tenant_id department_id units
                    sending.number_pace         tenant_id channel_id free_at per_second is_stopped
                    sending.outbox              tenant_id message_id channel_id recipient_id urgency state attempts due_at seq put_off
                    sending.pair_pace           tenant_id channel_id recipient_id free_at
                    sending.read_mark           tenant_id channel_id recipient_id message_id attempts due_at
                    template.account            tenant_id account_id due_at attempts synced_at failed_at failure
                    template.template           tenant_id id account_id external_id name language category status
                    template.template           quality is_named components reason first_seen_at told_at
                    tenancy.key_set             tenant_id purpose wrapped
                    tenancy.tenant              id name language kind created_at state state_since
                    journal.swept               one xid seq
                    timetable.work              name due_at begun_at done_at things failure
                    whatsapp.dead_letter        id attempts reason received_at failed_at app_id
                    whatsapp.delivery           id lane attempts received_at due_at app_id
                    whatsapp.media_fetch        tenant_id media_id channel_id attempts due_at given_up_at
                    whatsapp.unread_change      id field received_at app_id
                    """);

    private static final TestDatabase DATABASE = TestDatabase.create();

    @Autowired List<PersonalDataHolder> holders;

    @Test
    void knowsEveryColumn() {
        DATABASE.asOwner(owner -> assertThat(undeclared(owner)).isEmpty());
    }

    @Test
    void missesANewColumn() {
        DATABASE.asOwner(owner -> {
            owner.sql("alter table contact.contact add birthday date").update();
            assertThat(undeclared(owner)).containsExactly("contact.contact.birthday");
        });
    }

    @Test
    void knowsNoColumnThatIsNotThere() {
        DATABASE.asOwner(owner ->
                assertThat(declared()).allSatisfy(it -> assertThat(existing(owner)).contains(it)));
    }

    @Test
    void declaresEachColumnOnce() {
        assertThat(declared()).doesNotHaveDuplicates();
    }

    @Test
    void everyRoomSpeaksForItsOwnTables() {
        assertThat(holders)
                .allSatisfy(holder ->
                        assertThat(holder.personalData())
                                .allMatch(it -> it.table().startsWith(room(holder) + ".")));
    }

    private static String room(PersonalDataHolder holder) {
        return holder.getClass().getPackageName().split("\\.")[2];
    }

    private Set<String> undeclared(JdbcClient owner) {
        var columns = new HashSet<>(existing(owner));
        declared().forEach(columns::remove);
        return columns;
    }

    private List<String> declared() {
        var columns = new ArrayList<>(NOT_PERSONAL);
        for (var holder : holders) {
            for (var personal : holder.personalData()) {
                personal.columns().forEach(it -> columns.add(personal.table() + "." + it));
            }
        }
        return columns;
    }

    private static Set<String> existing(JdbcClient owner) {
        return owner.sql(
                        """
                        select format('%s.%s.%s', table_schema, table_name, column_name)
                        from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema', 'moked_history')
                        """)
                .query(String.class)
                .set();
    }

    private static Set<String> columns(String table) {
        return table.lines()
                .map(line -> line.split(" +"))
                .flatMap(line -> Stream.of(line).skip(1).map(column -> line[0] + "." + column))
                .collect(Collectors.toSet());
    }
}
