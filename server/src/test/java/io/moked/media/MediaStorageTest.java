package io.moked.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import io.moked.egress.EgressGate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every place for files promises, a directory and a bucket alike. */
class MediaStorageTest {

    private static final String BUCKET = "files";

    @TempDir static Path directory;
    private static S3Store store;

    private final String name = UUID.randomUUID() + "/" + UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        store = S3Store.start(BUCKET);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    static Stream<Named<MediaStorage>> everyStorage() {
        return Stream.of(
                named("a directory", new LocalDirectory(directory)),
                named("a bucket", bucket(BUCKET, S3Store.SECRET)));
    }

    private static MediaStorage bucket(String name, String secret) {
        return new S3Storage(
                store.settings(name, secret), new EgressGate(), new LocalDirectory(directory));
    }

    private static Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(directory, null, null), bytes);
    }

    @ParameterizedTest
    @MethodSource("everyStorage")
    void givesBackWhatItTook(MediaStorage storage) throws IOException {
        var bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        assertThat(storage.has(name)).isFalse();
        storage.keep(name, file(bytes));
        assertThat(storage.has(name)).isTrue();
        try (var read = storage.read(name)) {
            assertThat(whole(read)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("everyStorage")
    void keepsTheLaterOfTwo(MediaStorage storage) throws IOException {
        storage.keep(name, file(new byte[] {1}));
        storage.keep(name, file(new byte[] {2}));
        try (var read = storage.read(name)) {
            assertThat(whole(read)).containsExactly(2);
        }
    }

    @ParameterizedTest
    @MethodSource("everyStorage")
    void hasNothingThatItWasNotGiven(MediaStorage storage) {
        assertThatThrownBy(() -> storage.read(name)).isInstanceOf(IOException.class);
    }

    private static byte[] whole(SeekableByteChannel read) throws IOException {
        return Channels.newInputStream(read).readAllBytes();
    }

    @ParameterizedTest
    @MethodSource("everyStorage")
    void isReadFromWhicheverPlaceIsAskedFor(MediaStorage storage) throws IOException {
        storage.keep(name, file("0123456789".getBytes()));
        try (var read = storage.read(name)) {
            assertThat(read.size()).isEqualTo(10);
            var two = ByteBuffer.allocate(2);
            Channels.newInputStream(read.position(6)).readNBytes(two.array(), 0, 2);
            assertThat(two.array()).asString().isEqualTo("67");
            assertThat(read.position()).isEqualTo(8);
            assertThat(Channels.newInputStream(read.position(3)).readAllBytes())
                    .asString()
                    .isEqualTo("3456789");
            assertThat(read.read(two)).isEqualTo(-1);
        }
    }

    @Test
    void aBucketWithTheWrongKeyKeepsNothing() {
        var locked = bucket(BUCKET, "wrong");
        assertThatThrownBy(() -> locked.keep(name, file(new byte[] {1})))
                .isInstanceOf(IOException.class);
        assertThat(bucket(BUCKET, S3Store.SECRET).has(name)).isFalse();
    }

    @Test
    void aBucketShowsWhatWasKeptInTheDirectoryBeforeIt() throws IOException {
        new LocalDirectory(directory).keep(name, file(new byte[] {7}));
        var bucket = bucket(BUCKET, S3Store.SECRET);
        assertThat(bucket.has(name)).isTrue();
        try (var read = bucket.read(name)) {
            assertThat(whole(read)).containsExactly(7);
        }
    }
}
