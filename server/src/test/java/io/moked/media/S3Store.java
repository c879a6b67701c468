package io.moked.media;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store that speaks S3 and believes no wrong signature: S3Proxy, as a program of its own. */
record S3Store(Process process, int port) implements AutoCloseable {

    static final String KEY = "a key";
    static final String SECRET = "a secret";

    static S3Store start(String bucket) throws IOException {
        int port = freePort();
        var directory = Files.createTempDirectory("s3");
        Files.createDirectories(directory.resolve(bucket));
        var settings = Files.createTempFile("s3", ".properties");
        Files.writeString(
                settings,
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem
                jclouds.identity=x
                jclouds.credential=x
                jclouds.filesystem.basedir=%s
                """
                        .formatted(port, KEY, SECRET, directory));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = Path.of("target/s3/s3proxy.jar").toString();
        var process =
                new ProcessBuilder(
                                java, "-Xmx128m", "-jar", jar, "--properties", settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(Files.createTempFile("s3", ".log").toFile())
                        .start();
        var store = new S3Store(process, port);
        await().until(store::answers);
        return store;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    MediaSettings.S3 settings(String bucket, String secret) {
        return new MediaSettings.S3(bucket, "http://127.0.0.1:" + port, "us-east-1", KEY, secret);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
