package io.moked.factor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What we and a browser say to each other about passkeys, in the form that browsers read and write
 * (WebAuthn, level 3). Bytes are base64url without padding.
 */
public final class PasskeyTalk {

    private PasskeyTalk() {}

    /** For {@code PublicKeyCredential.parseCreationOptionsFromJSON}. */
    public record PasskeyCreation(
            PasskeySite rp,
            PasskeyOwner user,
            String challenge,
            List<PasskeyAlgorithm> pubKeyCredParams,
            long timeout,
            List<KnownPasskey> excludeCredentials,
            PasskeyWish authenticatorSelection,
            String attestation) {}

    /** For {@code PublicKeyCredential.parseRequestOptionsFromJSON}. */
    public record PasskeyRequest(
            String challenge,
            long timeout,
            String rpId,
            List<KnownPasskey> allowCredentials,
            String userVerification) {}

    public record PasskeySite(String id, String name) {}

    public record PasskeyOwner(String id, String name, String displayName) {}

    public record PasskeyAlgorithm(String type, long alg) {}

    public record KnownPasskey(String type, String id, List<String> transports) {}

    public record PasskeyWish(
            String residentKey, boolean requireResidentKey, String userVerification) {}

    /** A passkey just made: what {@code toJSON()} of the new credential gives. */
    public record NewPasskey(@Valid @NotNull PasskeyAttestation response) {}

    public record PasskeyAttestation(
            @NotNull String clientDataJSON,
            @NotNull String attestationObject,
            @Nullable Set<String> transports) {}

    /** A passkey that has signed a challenge: what {@code toJSON()} of the credential gives. */
    public record ShownPasskey(@NotNull String id, @Valid @NotNull PasskeyAssertion response) {}

    public record PasskeyAssertion(
            @NotNull String clientDataJSON,
            @NotNull String authenticatorData,
            @NotNull String signature,
            @Nullable String userHandle) {}
}
