package io.moked.contactlist;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.contact.Listing.Outcome;
import io.moked.contactlist.ContactList.Line;
import io.moked.contactlist.ContactList.ListCounts;
import io.moked.contactlist.ContactList.Verdict;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LineStore {

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LineStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a line is found to be. */
    record Found(int number, Verdict verdict, @Nullable Problem problem, @Nullable String phone) {}

    void add(UUID list, List<ListFile.Line> lines) {
        jdbc.sql(
                        """
                        insert into contactlist.line (tenant_id, list_id, number, cells)
                        select :tenant, :list, number, cells::jsonb
                        from unnest(:numbers::int[], :cells::text[]) as l (number, cells)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("list", list)
                .param("numbers", column(lines, ListFile.Line::number))
                .param("cells", column(lines, it -> json.writeValueAsString(it.cells())))
                .update();
    }

    /**
     * Lines after another, of one verdict and outcome or of all.
     *
     * @param after the number of the last one before; 0 for the first
     */
    List<Line> page(
            UUID list, @Nullable Verdict verdict, @Nullable String outcome, int after, int limit) {
        return jdbc.sql(
                        """
                        select * from contactlist.line
                        where list_id = :list and number > :after
                            and (:verdict::text is null or verdict = :verdict)
                            and (:outcome::text is null or outcome = :outcome)
                        order by number limit :limit
                        """)
                .param("list", list)
                .param("verdict", verdict == null ? null : verdict.word())
                .param("outcome", outcome)
                .param("after", after)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** Lines nobody takes in, or that could not be taken in. */
    List<Line> leftOut(UUID list, int after, int limit) {
        return jdbc.sql(
                        """
                        select * from contactlist.line
                        where list_id = :list and number > :after and problem is not null
                        order by number limit :limit
                        """)
                .param("list", list)
                .param("after", after)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** Lines that are to be taken in. */
    List<Line> waiting(UUID list, int most) {
        return jdbc.sql(
                        """
                        select * from contactlist.line
                        where list_id = :list and verdict in ('new', 'known') and outcome is null
                        order by number limit :most
                        """)
                .param("list", list)
                .param("most", most)
                .query(this::line)
                .list();
    }

    /** Lines that say once more who has these phones. */
    List<Line> repeating(UUID list, Collection<String> phones) {
        return jdbc.sql(
                        """
                        select * from contactlist.line
                        where list_id = :list and verdict = 'repeated' and phone = any(:phones)
                        order by number
                        """)
                .param("list", list)
                .param("phones", column(phones))
                .query(this::line)
                .list();
    }

    private Line line(ResultSet row, int n) throws SQLException {
        var verdict = row.getString("verdict");
        var problem = row.getString("problem");
        return new Line(
                row.getInt("number"),
                json.readValue(row.getString("cells"), CELLS),
                verdict == null ? null : Verdict.of(verdict),
                problem == null ? null : Problem.of(problem),
                row.getString("phone"));
    }

    /** Nothing is known of any line again. */
    void forget(UUID list) {
        jdbc.sql(
                        """
                        update contactlist.line set verdict = null, problem = null, phone = null
                        where list_id = :list and verdict is not null
                        """)
                .param("list", list)
                .update();
    }

    void found(UUID list, List<Found> found) {
        jdbc.sql(
                        """
                        update contactlist.line l set verdict = f.verdict, problem = f.problem, phone = f.phone
                        from unnest(:numbers::int[], :verdicts::text[], :problems::text[], :phones::text[])
                            as f (number, verdict, problem, phone)
                        where l.list_id = :list and l.number = f.number
                        """)
                .param("list", list)
                .param("numbers", column(found, Found::number))
                .param("verdicts", column(found, it -> it.verdict().word()))
                .param("problems", column(found, it -> word(it.problem())))
                .param("phones", column(found, Found::phone))
                .update();
    }

    private static @Nullable String word(@Nullable Problem problem) {
        return problem == null ? null : problem.word();
    }

    void taken(UUID list, Map<Integer, Outcome> outcomes) {
        var rows = List.copyOf(outcomes.entrySet());
        jdbc.sql(
                        """
                        update contactlist.line l set problem = coalesce(l.problem, t.problem),
                            outcome = case when t.problem is null then t.outcome else 'failed' end
                        from unnest(:numbers::int[], :outcomes::text[], :problems::text[])
                            as t (number, outcome, problem)
                        where l.list_id = :list and l.number = t.number
                        """)
                .param("list", list)
                .param("numbers", column(rows, Map.Entry::getKey))
                .param(
                        "outcomes",
                        column(rows, it -> it.getValue().name().toLowerCase(Locale.ROOT)))
                .param("problems", column(rows, it -> problem(it.getValue())))
                .update();
    }

    private static @Nullable String problem(Outcome outcome) {
        return switch (outcome) {
            case ADDED, CHANGED -> null;
            case TOO_MANY_LABELS -> Problem.TOO_MANY_LABELS.word();
        };
    }

    /** Of all these lists. */
    Map<UUID, ListCounts> count(Collection<UUID> lists) {
        var counts = new HashMap<UUID, ListCounts>();
        jdbc.sql(
                        """
                        select list_id, count(*) filter (where verdict = 'new') as fresh,
                            count(*) filter (where verdict = 'known') as known,
                            count(*) filter (where verdict = 'repeated') as repeated,
                            count(*) filter (where verdict = 'bad') as bad,
                            count(*) filter (where outcome = 'added') as added,
                            count(*) filter (where outcome = 'changed') as changed,
                            count(*) filter (where outcome = 'failed') as failed
                        from contactlist.line where list_id = any(:lists::uuid[]) group by list_id
                        """)
                .param("lists", column(lists))
                .query(row -> {
                    counts.put(
                            uuid(row, "list_id"),
                            new ListCounts(
                                    row.getInt("fresh"),
                                    row.getInt("known"),
                                    row.getInt("repeated"),
                                    row.getInt("bad"),
                                    row.getInt("added"),
                                    row.getInt("changed"),
                                    row.getInt("failed")));
                });
        return counts;
    }
}
