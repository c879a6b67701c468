package io.moked.signin;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, and the browser it speaks through (WebAuthn, level 3). */
final class SoftwareAuthenticator {

    private static final int PRESENT = 0x01;
    private static final int UNLOCKED = 0x04;
    private static final int NEW_CREDENTIAL = 0x40;

    private final KeyPair keys;
    private final byte[] id = new byte[32];

    /** The page the browser shows. */
    String origin = "http://localhost:8080";

    /** Whether the owner has unlocked it with a finger or a number. */
    boolean unlocked = true;

    /** How often it says it was used. */
    int uses;

    private String owner = "";

    SoftwareAuthenticator() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
        new SecureRandom().nextBytes(id);
    }

    /** What {@code navigator.credentials.create} gives for such options. */
    Map<String, Object> create(JsonNode options) {
        owner = options.path("user").path("id").asString();
        var data = authenticatorData(options.path("rp").path("id").asString(), NEW_CREDENTIAL);
        var object = new ByteArrayOutputStream();
        object.writeBytes(
                bytes("A3 63666D74 646E6F6E65 6761747453746D74 A0 686175746844617461 58"));
        object.write(data.length);
        object.writeBytes(data);
        return answer(
                Map.of(
                        "clientDataJSON",
                        base64(clientData("webauthn.create", options)),
                        "attestationObject",
                        base64(object.toByteArray()),
                        "transports",
                        List.of("internal")));
    }

    /** What {@code navigator.credentials.get} gives for such options. */
    Map<String, Object> get(JsonNode options) {
        return get(options, owner);
    }

    Map<String, Object> get(JsonNode options, String claimedOwner) {
        var data = authenticatorData(options.path("rpId").asString(), 0);
        var clientData = clientData("webauthn.get", options);
        return answer(
                Map.of(
                        "clientDataJSON",
                        base64(clientData),
                        "authenticatorData",
                        base64(data),
                        "signature",
                        base64(sign(data, clientData)),
                        "userHandle",
                        claimedOwner));
    }

    private Map<String, Object> answer(Map<String, Object> response) {
        return new TreeMap<>(
                Map.of(
                        "id",
                        base64(id),
                        "rawId",
                        base64(id),
                        "type",
                        "public-key",
                        "clientExtensionResults",
                        Map.of(),
                        "response",
                        response));
    }

    private byte[] clientData(String type, JsonNode options) {
        return new JsonMapper()
                .writeValueAsBytes(
                        new TreeMap<>(
                                Map.of(
                                        "type",
                                        type,
                                        "challenge",
                                        options.path("challenge").asString(),
                                        "origin",
                                        origin,
                                        "crossOrigin",
                                        false)));
    }

    private byte[] authenticatorData(String site, int more) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(sha256(site.getBytes(StandardCharsets.UTF_8)));
        data.write(PRESENT | (unlocked ? UNLOCKED : 0) | more);
        data.writeBytes(ByteBuffer.allocate(4).putInt(uses).array());
        if (more == NEW_CREDENTIAL) {
            data.writeBytes(new byte[16]);
            data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
            data.writeBytes(id);
            data.writeBytes(publicKey());
        }
        return data.toByteArray();
    }

    /** As COSE writes it: kind EC2, algorithm ES256, curve P-256, x and y. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var key = new ByteArrayOutputStream();
        key.writeBytes(bytes("A5 0102 0326 2001 215820"));
        key.writeBytes(coordinate(point.getAffineX()));
        key.writeBytes(bytes("225820"));
        key.writeBytes(coordinate(point.getAffineY()));
        return key.toByteArray();
    }

    private static byte[] coordinate(BigInteger value) {
        var hex = value.toString(16);
        return bytes("0".repeat(64 - hex.length()) + hex);
    }

    private byte[] sign(byte[] data, byte[] clientData) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(clientData));
            return signature.sign();
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
