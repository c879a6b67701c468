package io.moked.factor;

import io.moked.factor.Challenges.Purpose;
import io.moked.factor.PasskeyTalk.KnownPasskey;
import io.moked.factor.PasskeyTalk.NewPasskey;
import io.moked.factor.PasskeyTalk.PasskeyAlgorithm;
import io.moked.factor.PasskeyTalk.PasskeyCreation;
import io.moked.factor.PasskeyTalk.PasskeyOwner;
import io.moked.factor.PasskeyTalk.PasskeyRequest;
import io.moked.factor.PasskeyTalk.PasskeySite;
import io.moked.factor.PasskeyTalk.PasskeyWish;
import io.moked.factor.PasskeyTalk.ShownPasskey;
import io.moked.factor.RelyingParty.Signed;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys that devices keep and their owners unlock (WebAuthn): they sign instead of telling a secret.
 */
@Component
public class Passkeys {

    private static final String KIND = "public-key";
    private static final String REQUIRED = "required";

    private final PasskeyStore store;
    private final RelyingParty site;
    private final Challenges challenges;
    private final Ids ids;
    private final Clock clock;

    Passkeys(PasskeyStore store, RelyingParty site, Challenges challenges, Ids ids, Clock clock) {
        this.store = store;
        this.site = site;
        this.challenges = challenges;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whom a passkey has turned out to be of. */
    public record Proven(TenantId tenant, UUID user) {}

    /** Asks a browser to make a passkey for a user. */
    @Transactional(readOnly = true)
    public PasskeyCreation creation(UUID user, String email, String name) {
        return new PasskeyCreation(
                new PasskeySite(site.id(), "Moked"),
                new PasskeyOwner(Secrets.base64(handle(user)), email, name),
                Secrets.base64(challenges.make(Purpose.REGISTER, user)),
                RelyingParty.ALGORITHMS.stream()
                        .map(it -> new PasskeyAlgorithm(KIND, it.getValue()))
                        .toList(),
                Challenges.LIFE.toMillis(),
                known(user),
                new PasskeyWish(REQUIRED, true, REQUIRED),
                "none");
    }

    /** Asks a browser for any passkey of this site. */
    public PasskeyRequest request() {
        return request(challenges.make(Purpose.SIGN_IN, null), List.of());
    }

    /** Asks a browser for a passkey of this user. */
    @Transactional(readOnly = true)
    public PasskeyRequest request(UUID user) {
        return request(challenges.make(Purpose.PROVE, user), known(user));
    }

    private PasskeyRequest request(byte[] challenge, List<KnownPasskey> allowed) {
        return new PasskeyRequest(
                Secrets.base64(challenge),
                Challenges.LIFE.toMillis(),
                site.id(),
                allowed,
                REQUIRED);
    }

    private List<KnownPasskey> known(UUID user) {
        return store.credentials(user).stream()
                .map(it -> new KnownPasskey(KIND, Secrets.base64(it.id()), it.transports()))
                .toList();
    }

    @Transactional
    public Passkey add(UUID user, String label, NewPasskey shown) {
        var made = site.read(shown);
        if (!challenges.isGood(made.challenge(), Purpose.REGISTER, user)
                || store.of(user).size() >= Limit.PASSKEYS.value()) {
            throw new FactorRefused();
        }
        var credential = site.check(made);
        if (!challenges.spend(made.challenge())) {
            throw new FactorRefused();
        }
        var passkey = new Passkey(ids.next(), label, credential.backedUp(), clock.instant(), null);
        store.add(user, passkey, credential);
        return passkey;
    }

    /** Whose passkey it is, by its own word and signature. */
    public Proven prove(ShownPasskey shown) {
        var signed = site.read(shown);
        var user = user(signed.owner()).orElseThrow(FactorRefused::new);
        return new Proven(prove(user, signed, Purpose.SIGN_IN, null), user);
    }

    /** Whose passkey was meant by one that was refused; nobody's where we do not know it. */
    public Optional<Proven> meant(ShownPasskey refused) {
        try {
            var signed = site.read(refused);
            return user(signed.owner())
                    .flatMap(user ->
                            store.find(user, signed.credential())
                                    .map(kept -> new Proven(kept.tenant(), user)));
        } catch (FactorRefused unreadable) {
            return Optional.empty();
        }
    }

    /** Refuses a passkey that is not of this user. */
    public void prove(UUID user, ShownPasskey shown) {
        prove(user, site.read(shown), Purpose.PROVE, user);
    }

    private TenantId prove(UUID user, Signed signed, Purpose purpose, @Nullable UUID asked) {
        if (!challenges.isGood(signed.challenge(), purpose, asked)) {
            throw new FactorRefused();
        }
        var kept = store.find(user, signed.credential()).orElseThrow(FactorRefused::new);
        var now = site.check(signed, kept.credential());
        if (!challenges.spend(signed.challenge()) || !store.used(kept, now, clock.instant())) {
            throw new FactorRefused();
        }
        return kept.tenant();
    }

    @Transactional(readOnly = true)
    public List<Passkey> of(UUID user) {
        return store.of(user);
    }

    @Transactional
    public Passkey rename(UUID user, UUID id, String label) {
        if (!store.rename(user, id, label)) {
            throw new NotFound();
        }
        return store.of(user).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @Transactional
    public void remove(UUID user, UUID id) {
        if (!store.remove(user, id)) {
            throw new NotFound();
        }
    }

    @Transactional
    public void removeAll(UUID user) {
        store.removeAll(user);
    }

    /** What a passkey knows its owner by: bytes that mean nothing elsewhere. */
    private static byte[] handle(UUID user) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array();
    }

    private static Optional<UUID> user(byte[] handle) {
        if (handle.length != 2 * Long.BYTES) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(handle);
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
