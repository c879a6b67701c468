package io.moked.factor;

import io.moked.factor.SecurityPolicy.SecondFactor;
import io.moked.tenancy.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The security policy of the tenant in scope. */
@Component
public class SecurityPolicies {

    private final JdbcClient jdbc;

    SecurityPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public SecurityPolicy current() {
        return jdbc.sql(
                        """
                        select second_factor, password_length, idle_minutes, session_hours
                        from factor.security_policy
                        """)
                .query((row, n) ->
                        new SecurityPolicy(
                                SecondFactor.of(row.getString("second_factor")),
                                row.getInt("password_length"),
                                row.getInt("idle_minutes"),
                                row.getInt("session_hours")))
                .optional()
                .orElse(SecurityPolicy.USUAL);
    }

    @Transactional
    public void put(SecurityPolicy policy) {
        jdbc.sql(
                        """
                        insert into factor.security_policy as p
                            (tenant_id, second_factor, password_length, idle_minutes, session_hours)
                        values (:tenant, :factor, :length, :idle, :hours)
                        on conflict (tenant_id) do update
                        set second_factor = :factor, password_length = :length, idle_minutes = :idle,
                            session_hours = :hours
                        """)
                .param("tenant", TenantScope.current().value())
                .param("factor", policy.secondFactor().word())
                .param("length", policy.passwordLength())
                .param("idle", policy.idleMinutes())
                .param("hours", policy.sessionHours())
                .update();
    }
}
