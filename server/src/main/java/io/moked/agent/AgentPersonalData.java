package io.moked.agent;

import static io.moked.personaldata.DataCategory.ACTIVITY;
import static io.moked.personaldata.DataSubject.USER;
import static io.moked.personaldata.PersonalColumns.personal;
import static io.moked.personaldata.RetentionClock.ACCOUNT_END;
import static io.moked.personaldata.RetentionClock.EVENT;
import static io.moked.personaldata.RetentionClock.WORK_END;

import io.moked.personaldata.PersonalColumns;
import io.moked.personaldata.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** When somebody was at work, and how much they had to do. */
@Component
class AgentPersonalData implements PersonalDataHolder {

    @Override
    public List<PersonalColumns> personalData() {
        return List.of(
                personal(
                        "agent.agent",
                        "user_id availability reason_id back_as since capacity used idle_since"
                                + " last_given_at",
                        USER,
                        ACTIVITY,
                        ACCOUNT_END),
                personal("agent.sight", "user_id came_at gone_at", USER, ACTIVITY, WORK_END),
                personal(
                        "agent.spell",
                        "user_id availability reason_id since until changed_by actor_id",
                        USER,
                        ACTIVITY,
                        EVENT));
    }
}
