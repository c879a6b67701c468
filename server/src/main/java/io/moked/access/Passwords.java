package io.moked.access;

import io.moked.factor.PasswordHashes;
import io.moked.factor.PasswordRules;
import io.moked.factor.SecurityPolicies;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The passwords of users: whether one is right, and setting another. */
@Component
public class Passwords {

    /** The product itself is the first thing that comes to mind. */
    private static final Set<String> PRODUCT = Set.of("moked", "מוקד");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final JdbcClient jdbc;
    private final UserStore users;
    private final Tenants tenants;
    private final PasswordHashes hashes;
    private final PasswordRules rules;
    private final SecurityPolicies policies;
    private final Journal journal;
    private final TransactionTemplate transactions;

    Passwords(
            JdbcClient jdbc,
            UserStore users,
            Tenants tenants,
            PasswordHashes hashes,
            PasswordRules rules,
            SecurityPolicies policies,
            Journal journal,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.users = users;
        this.tenants = tenants;
        this.hashes = hashes;
        this.rules = rules;
        this.policies = policies;
        this.journal = journal;
        this.transactions = transactions;
    }

    /**
     * Whom an address and a password have turned out to be of.
     *
     * @param hash of the password they had then
     */
    public record Owner(TenantId tenant, UserId user, String hash) {}

    /** Which of them have the password; one person may work for two tenants with one address. */
    public List<Owner> whose(List<Owner> owners, String password) {
        if (owners.isEmpty()) {
            hashes.compareWithNobody(password);
        }
        return owners.stream().filter(it -> hashes.matches(password, it.hash())).toList();
    }

    /** Whether the password that an owner was found by is theirs still. */
    @Transactional(readOnly = true)
    public boolean isStillOf(Owner owner) {
        return jdbc.sql(
                        """
                        select exists (select from access.app_user
                        where id = :id and password_hash = :hash)
                        """)
                .param("id", owner.user().value())
                .param("hash", owner.hash())
                .query(Boolean.class)
                .single();
    }

    /** Whether it is the password of this user of the tenant in scope. */
    public boolean isOf(UserId user, String password) {
        var hash =
                transactions.execute(tx ->
                        jdbc.sql("select password_hash from access.app_user where id = :id")
                                .param("id", user.value())
                                .query(String.class)
                                .optional()
                                .orElse(""));
        return hash != null && hashes.matches(password, hash);
    }

    /**
     * Everybody with an address across all tenants, also closed ones, so that whoever knows the
     * password can be told so.
     */
    public List<Owner> withAddress(String email) {
        return users.withEmail(email).stream().map(Passwords::owner).toList();
    }

    /** Whoever may come in with an address, across all tenants. */
    public List<Owner> owners(String email) {
        return users.withEmail(email).stream()
                .filter(UserStore.Candidate::isOpen)
                .map(Passwords::owner)
                .toList();
    }

    private static Owner owner(UserStore.Candidate candidate) {
        return new Owner(candidate.tenant(), candidate.user(), candidate.passwordHash());
    }

    /**
     * Gives a user of the tenant in scope another password, if the rules allow it. Their sessions
     * are the caller's to end.
     */
    public void set(UserId user, String password, @Nullable UserId by) {
        keep(user, allow(user, password), by);
    }

    /** A password that the rules allow its user, ready to be kept. */
    public record Allowed(String hash) {}

    /** Takes its time, and so belongs before a transaction and not into it. */
    public Allowed allow(UserId user, String password) {
        check(transactions.execute(tx -> users.find(user).orElseThrow(NotFound::new)), password);
        return new Allowed(hashes.hash(password));
    }

    public void keep(UserId user, Allowed password, @Nullable UserId by) {
        transactions.executeWithoutResult(tx -> {
            jdbc.sql("update access.app_user set password_hash = :hash where id = :id")
                    .param("hash", password.hash())
                    .param("id", user.value())
                    .update();
            journal.append(
                    Fact.of("access.password-changed", user.value())
                            .by(by == null ? null : by.value()));
        });
    }

    /** Refuses a password that is too easy for this user. */
    public void check(User user, String password) {
        var near = new TreeSet<>(PRODUCT);
        near.addAll(words(user.name()));
        near.addAll(words(user.email()));
        tenants.find(TenantScope.current()).ifPresent(it -> near.addAll(words(it.name())));
        rules.check(password, policies.current().passwordLength(), near);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(BETWEEN_WORDS.splitAsStream(text).toList());
    }
}
