package io.moked.routing.retention;

import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataCategory.INTERACTION;
import static io.moked.personaldata.DataSubject.CONTACT;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.ACCOUNT_END;
import static io.moked.personaldata.RetentionClock.EVENT;
import static io.moked.personaldata.RetentionClock.SUBSCRIPTION_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who waited how long, and who was chosen for whom and why. */
@Component
class RoutingPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return Stream.of(ofContacts(), ofThePast(), ofAgents()).flatMap(List::stream).toList();
    }

    private static List<PersonalColumns> ofContacts() {
        return List.of(
                personal(
                        "routing.waiting",
                        "conversation_id since came_at standing_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal(
                        "routing.held",
                        "conversation_id since came_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal(
                        "routing.resting",
                        "conversation_id came_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal("routing.need", "conversation_id", CONTACT, INTERACTION, SUBSCRIPTION_END),
                personal(
                        "routing.urgency",
                        "conversation_id priority",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal(
                        "routing.handover",
                        "conversation_id note asked_at ends_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END));
    }

    private static List<PersonalColumns> ofThePast() {
        return List.of(
                personal("routing.step", "conversation_id at what", CONTACT, INTERACTION, EVENT),
                personal(
                        "routing.offer",
                        "conversation_id made_at ends_at",
                        CONTACT,
                        INTERACTION,
                        SUBSCRIPTION_END),
                personal(
                        "routing.decision",
                        "conversation_id waiting_since at kept",
                        CONTACT,
                        INTERACTION,
                        EVENT));
    }

    private static List<PersonalColumns> ofAgents() {
        return List.of(
                personal("routing.member", "agent_id", USER, ACTIVITY, ACCOUNT_END),
                personal("routing.waiting", "had_by declined", USER, ACTIVITY, ACCOUNT_END),
                personal("routing.step", "agent_id", USER, ACTIVITY, EVENT),
                personal("routing.held", "agent_id", USER, ACTIVITY, ACCOUNT_END),
                personal("routing.offer", "agent_id", USER, ACTIVITY, ACCOUNT_END),
                personal("routing.unanswered", "agent_id times", USER, ACTIVITY, ACCOUNT_END),
                personal("routing.ability", "agent_id level", USER, ACTIVITY, ACCOUNT_END),
                personal("routing.handover", "asked_by agent_id", USER, ACTIVITY, ACCOUNT_END),
                personal(
                        "routing.decision",
                        "agent_id considered obstacles answer",
                        USER,
                        ACTIVITY,
                        EVENT));
    }
}
