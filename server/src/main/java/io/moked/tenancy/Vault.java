package io.moked.tenancy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets and files of the tenant in scope with that tenant's own keys, which are kept
 * wrapped by the installation's key. What is sealed opens only in the same tenant and the same
 * place.
 */
@Component
public class Vault {

    private static final String SECRETS = "secrets";
    private static final String FILES = "files";

    private final KeySets keySets;
    private final Aead root;
    private final LoadingCache<Wanted, KeysetHandle> opened =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build(this::open);

    Vault(KeySets keySets, InstallationSecrets secrets) throws GeneralSecurityException {
        AeadConfig.register();
        StreamingAeadConfig.register();
        this.keySets = keySets;
        this.root = new AesGcmJce(secrets.key("root"));
    }

    private record Wanted(TenantId tenant, String purpose) {}

    /** Seals a small secret for one place, such as {@code channel/<id>}. */
    public byte[] seal(String secret, String place) {
        try {
            return secrets().encrypt(utf8(secret), utf8(place));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A secret could not be sealed", broken);
        }
    }

    public String unseal(byte[] sealed, String place) {
        try {
            return new String(secrets().decrypt(sealed, utf8(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("A secret does not open here", foreign);
        }
    }

    private Aead secrets() throws GeneralSecurityException {
        return keySet(SECRETS).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** A stream that seals what is written through it; closing it closes the file. */
    public OutputStream sealing(OutputStream file, String place) throws IOException {
        try {
            return files().newEncryptingStream(file, utf8(place));
        } catch (GeneralSecurityException broken) {
            throw new IOException("A file could not be sealed", broken);
        }
    }

    /** What of a sealed file is asked for; whatever lies beside it is neither read nor opened. */
    public SeekableByteChannel unsealing(SeekableByteChannel file, String place)
            throws IOException {
        try {
            return files().newSeekableDecryptingChannel(file, utf8(place));
        } catch (GeneralSecurityException foreign) {
            throw new IOException("A file does not open here", foreign);
        }
    }

    private StreamingAead files() throws GeneralSecurityException {
        return keySet(FILES).getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private KeysetHandle keySet(String purpose) {
        return opened.get(new Wanted(TenantScope.current(), purpose));
    }

    private KeysetHandle open(Wanted wanted) throws GeneralSecurityException {
        var bound = utf8(wanted.tenant().value().toString());
        var wrapped = keySets.find(wanted.tenant(), wanted.purpose());
        if (wrapped.isEmpty()) {
            var fresh = KeysetHandle.generateNew(kindOf(wanted.purpose()));
            var sealed = TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, root, bound);
            wrapped = keySets.keep(wanted.tenant(), wanted.purpose(), sealed);
        }
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped.orElseThrow(), root, bound);
    }

    private static Parameters kindOf(String purpose) {
        return purpose.equals(FILES)
                ? PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB
                : PredefinedAeadParameters.AES256_GCM;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
