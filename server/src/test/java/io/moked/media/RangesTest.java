package io.moked.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Journey;
import io.moked.MokedTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Part of a file (RFC 9110, 14): nothing else of it is opened. */
@MokedTest
class RangesTest extends Journey {

    private static final int SIZE = 3_400_000;

    private final byte[] letters = new byte[SIZE];
    private String id;

    @BeforeEach
    void upload() {
        var random = new Random(1);
        for (int n = 0; n < SIZE; n++) {
            letters[n] = (byte) ('a' + random.nextInt(26));
        }
        id = agent.upload("letters.txt", "text/plain", letters).body().path("id").asString();
    }

    @ParameterizedTest
    @CsvSource({"0, 9", "1048500, 1048700", "3399990, 3399999", "100, 3000000"})
    void isWhatStandsThere(int first, int last) throws Exception {
        var part = range("bytes=" + first + "-" + last);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range"))
                .hasValue("bytes " + first + "-" + last + "/" + SIZE);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(letters, first, last + 1));
    }

    @Test
    void isReadAlsoWhereTheRestOfTheFileIsBroken() throws Exception {
        breakAt(600_000);
        assertThat(range("bytes=2500000-2500009").body())
                .isEqualTo(Arrays.copyOfRange(letters, 2_500_000, 2_500_010));
    }

    private HttpResponse<byte[]> range(String range) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + port + "/api/v1/media/" + id);
        var request = HttpRequest.newBuilder(address).header("Range", range);
        return HttpClient.newHttpClient()
                .send(
                        Api.as(business.agent().token(), request).build(),
                        BodyHandlers.ofByteArray());
    }

    private void breakAt(long place) throws IOException {
        var media = Path.of(server.getEnvironment().getRequiredProperty("moked.data"));
        try (var files = Files.walk(media.resolve("media"))) {
            var sealed = files.filter(it -> it.endsWith(id)).findFirst().orElseThrow();
            try (var file = FileChannel.open(sealed, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(new byte[] {0, 1, 2, 3}), place);
            }
        }
    }
}
