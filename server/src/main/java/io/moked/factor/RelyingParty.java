package io.moked.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import io.moked.factor.PasskeyTalk.NewPasskey;
import io.moked.factor.PasskeyTalk.ShownPasskey;
import io.moked.kernel.PublicUrl;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads and checks what passkeys say: that it was for this site, that its owner was there and
 * unlocked it, and that the signature holds. Who made the device is not asked.
 */
@Component
class RelyingParty {

    private static final Logger LOG = LoggerFactory.getLogger(RelyingParty.class);

    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials =
            new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final PublicUrl url;

    RelyingParty(PublicUrl url) {
        this.url = url;
    }

    /** What must be kept of a passkey to know it again. */
    record Credential(
            byte[] id,
            byte[] data,
            long uses,
            boolean backupEligible,
            boolean backedUp,
            List<String> transports) {}

    String id() {
        return url.host();
    }

    /** A passkey just made, read but not believed yet. */
    record Made(RegistrationData data, byte[] challenge) {}

    /** What a passkey has signed, read but not believed yet. */
    record Signed(AuthenticationData data, byte[] challenge, byte[] credential, byte[] owner) {}

    Made read(NewPasskey passkey) {
        var shown = passkey.response();
        var transports = shown.transports() == null ? Set.<String>of() : shown.transports();
        var data =
                unlessMalformed(() ->
                        manager.parse(
                                new RegistrationRequest(
                                        bytes(shown.attestationObject()),
                                        bytes(shown.clientDataJSON()),
                                        transports)));
        return new Made(data, challenge(data.getCollectedClientData()));
    }

    Credential check(Made made) {
        var algorithms = ALGORITHMS.stream().map(RelyingParty::ofAlgorithm).toList();
        var wanted = new RegistrationParameters(property(made.challenge()), algorithms, true, true);
        var data = unlessMalformed(() -> manager.verify(made.data(), wanted));
        var authenticator = present(data.getAttestationObject()).getAuthenticatorData();
        var credential = present(authenticator.getAttestedCredentialData());
        var transports = data.getTransports();
        return new Credential(
                credential.getCredentialId(),
                credentials.convert(credential),
                authenticator.getSignCount(),
                authenticator.isFlagBE(),
                authenticator.isFlagBS(),
                transports == null
                        ? List.of()
                        : transports.stream().map(it -> it.getValue()).toList());
    }

    Signed read(ShownPasskey passkey) {
        var shown = passkey.response();
        return unlessMalformed(() -> {
            var id = bytes(passkey.id());
            var owner = shown.userHandle() == null ? new byte[0] : bytes(shown.userHandle());
            var data =
                    manager.parse(
                            new AuthenticationRequest(
                                    id,
                                    owner,
                                    bytes(shown.authenticatorData()),
                                    bytes(shown.clientDataJSON()),
                                    bytes(shown.signature())));
            return new Signed(data, challenge(data.getCollectedClientData()), id, owner);
        });
    }

    /** Gives the credential as it stands after this use of it. */
    Credential check(Signed signed, Credential known) {
        var kept =
                new CredentialRecordImpl(
                        new NoneAttestationStatement(),
                        true,
                        known.backupEligible(),
                        known.backedUp(),
                        known.uses(),
                        credentials.convert(known.data()),
                        null,
                        null,
                        null,
                        null);
        var wanted =
                new AuthenticationParameters(property(signed.challenge()), kept, null, true, true);
        var data = unlessMalformed(() -> manager.verify(signed.data(), wanted));
        var authenticator = present(data.getAuthenticatorData());
        return new Credential(
                known.id(),
                known.data(),
                authenticator.getSignCount(),
                known.backupEligible(),
                authenticator.isFlagBS(),
                known.transports());
    }

    /** Of bytes that anybody may send, a parser may think in many ways; we think of them in one. */
    private static <T> T unlessMalformed(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException unbelievable) {
            LOG.debug("A passkey was refused: {}", unbelievable.getClass().getSimpleName());
            throw new FactorRefused();
        }
    }

    private static byte[] challenge(@Nullable CollectedClientData said) {
        return present(said).getChallenge().getValue();
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new FactorRefused();
        }
        return part;
    }

    private ServerProperty property(byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(url.origin()))
                .rpId(id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static PublicKeyCredentialParameters ofAlgorithm(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
