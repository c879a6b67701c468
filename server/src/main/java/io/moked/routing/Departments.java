package io.moked.routing;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.Roles.KnownDepartments;
import io.moked.conversation.Conversations;
import io.moked.kernel.Ids;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answers which kind of question, in the tenant in scope. */
@Component
public class Departments implements Conversations.Departments, KnownDepartments {

    private final JdbcClient jdbc;
    private final Ids ids;

    Departments(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** A department as it is listed. */
    public record Department(UUID id, String name) {}

    /** Adds the department that new conversations go to. */
    @Transactional
    public Department addStandard(String name) {
        var department = new Department(ids.next(), name);
        jdbc.sql(
                        """
                        insert into routing.department (tenant_id, id, name, is_standard)
                        values (:tenant, :id, :name, true)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", department.id())
                .param("name", name)
                .update();
        return department;
    }

    @Transactional(readOnly = true)
    public List<Department> all() {
        return jdbc.sql("select id, name from routing.department order by name, id")
                .query((row, n) -> new Department(uuid(row, "id"), row.getString("name")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> standard() {
        return jdbc.sql("select id from routing.department where is_standard")
                .query(UUID.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean areKnown(Set<UUID> departments) {
        return names(departments).keySet().containsAll(departments);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> departments) {
        if (departments.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, name from routing.department where id = any(:ids::uuid[])")
                .param("ids", column(departments))
                .query((row, n) -> new Department(uuid(row, "id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Department::id, Department::name));
    }
}
