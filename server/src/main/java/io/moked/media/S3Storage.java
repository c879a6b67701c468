package io.moked.media;

import io.moked.egress.EgressGate;
import io.moked.egress.Recipient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Files in a bucket of any store that speaks S3. What was kept in the directory before there was a
 * bucket is still read there.
 */
final class S3Storage implements MediaStorage {

    private static final Logger LOG = LoggerFactory.getLogger(S3Storage.class);

    private final S3Client client;
    private final String bucket;
    private final MediaStorage before;

    /** Checksums beyond what S3 demands are left out: not every store knows them. */
    S3Storage(MediaSettings.S3 settings, EgressGate gate, MediaStorage before) {
        var address = URI.create(settings.endpoint());
        this.client =
                S3Client.builder()
                        .endpointOverride(address)
                        .region(Region.of(settings.region()))
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                settings.accessKey(), settings.secretKey())))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                        .httpClient(
                                new GatedCalls(gate, Recipient.at("the store of files", address)))
                        .build();
        this.bucket = settings.bucket();
        this.before = before;
    }

    @Override
    public void keep(String name, Path sealed) throws IOException {
        try {
            client.putObject(put -> put.bucket(bucket).key(name), RequestBody.fromFile(sealed));
        } catch (SdkException failure) {
            throw new IOException("The store did not take a file", failure);
        }
    }

    @Override
    public boolean has(String name) {
        if (before.has(name)) {
            return true;
        }
        try {
            client.headObject(head -> head.bucket(bucket).key(name));
            return true;
        } catch (SdkException failure) {
            LOG.warn("The store does not show a file: {}", failure.getClass().getSimpleName());
            return false;
        }
    }

    @Override
    public SeekableByteChannel read(String name) throws IOException {
        if (before.has(name)) {
            return before.read(name);
        }
        try {
            var told = client.headObject(head -> head.bucket(bucket).key(name));
            return new RemoteFile(told.contentLength(), from -> from(name, from));
        } catch (SdkException failure) {
            throw new IOException("The store did not show a file", failure);
        }
    }

    private InputStream from(String name, long position) throws IOException {
        try {
            return client.getObject(
                    get -> get.bucket(bucket).key(name).range("bytes=" + position + "-"));
        } catch (SdkException failure) {
            throw new IOException("The store did not hand out a file", failure);
        }
    }
}
