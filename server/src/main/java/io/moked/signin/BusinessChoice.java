package io.moked.signin;

import io.moked.access.Passwords.Owner;
import io.moked.kernel.Refusal;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which business somebody signs in to who has one address and one password at several. */
@Component
class BusinessChoice {

    private final Tenants tenants;

    BusinessChoice(Tenants tenants) {
        this.tenants = tenants;
    }

    /** A business to sign in to. */
    record Way(UUID id, String name) {}

    /** Told to those only who have shown that all of these are theirs. */
    static final class WhichBusiness extends Refusal {
        WhichBusiness(List<Way> ways) {
            super(Kind.CONFLICT, "which-business", Map.of("businesses", ways));
        }
    }

    /**
     * One of these accounts, of which there is at least one; empty where the wanted business is of
     * none of them. A closed business is no choice.
     */
    Optional<Owner> of(List<Owner> owners, @Nullable UUID business) {
        return business == null
                ? Optional.of(only(owners))
                : owners.stream().filter(it -> it.tenant().value().equals(business)).findFirst();
    }

    private Owner only(List<Owner> owners) {
        if (owners.size() == 1) {
            return owners.getFirst();
        }
        var open =
                owners.stream()
                        .flatMap(it -> tenants.find(it.tenant()).stream())
                        .filter(it -> it.state() == Tenant.State.ACTIVE)
                        .toList();
        if (open.size() > 1) {
            throw new WhichBusiness(
                    open.stream().map(it -> new Way(it.id().value(), it.name())).toList());
        }
        return owners.stream()
                .filter(it -> open.stream().anyMatch(tenant -> tenant.id().equals(it.tenant())))
                .findFirst()
                .orElse(owners.getFirst());
    }
}
