package io.moked.timetable;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TimetableStore {

    private final JdbcClient jdbc;

    TimetableStore(WorkerDatabase worker) {
        this.jdbc = worker.jdbc();
    }

    void enter(TimedWork work, Instant due) {
        jdbc.sql(
                        """
                        insert into timetable.work (name, due_at) values (:name, :due)
                        on conflict (name) do nothing
                        """)
                .param("name", work.name())
                .param("due", time(due))
                .update();
    }

    /**
     * Whether it is due, and ours: whoever comes second finds it due at another time. It is put off
     * by one time at most; twice as far ahead was written by a clock that has been set back since.
     */
    boolean claim(TimedWork work, Instant now) {
        return jdbc.sql(
                                """
                                update timetable.work set due_at = :next, begun_at = :now
                                where name = :name and (due_at <= :now or due_at > :ahead)
                                """)
                        .param("next", time(now.plus(work.every())))
                        .param("ahead", time(now.plus(work.every().multipliedBy(2))))
                        .param("now", time(now))
                        .param("name", work.name())
                        .update()
                > 0;
    }

    void done(TimedWork work, int things, Instant now) {
        jdbc.sql(
                        """
                        update timetable.work set done_at = :now, things = :things, failure = null
                        where name = :name
                        """)
                .param("now", time(now))
                .param("things", things)
                .param("name", work.name())
                .update();
    }

    void failed(TimedWork work, String failure, Instant again) {
        jdbc.sql(
                        """
                        update timetable.work set failure = :failure, due_at = least(due_at, :again)
                        where name = :name
                        """)
                .param("failure", failure)
                .param("again", time(again))
                .param("name", work.name())
                .update();
    }

    List<Timetable.Standing> list() {
        return jdbc.sql("select * from timetable.work order by name")
                .query((row, n) ->
                        new Timetable.Standing(
                                row.getString("name"),
                                instantOrNull(row, "done_at"),
                                row.getInt("things"),
                                row.getString("failure"),
                                instant(row, "due_at")))
                .list();
    }
}
