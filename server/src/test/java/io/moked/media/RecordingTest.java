package io.moked.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moked.media.preview.Kind;
import io.moked.media.preview.Looking;
import io.moked.media.preview.Samples;
import io.moked.media.preview.Seen;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordingTest {

    @Test
    void aRecordingOfABrowserIsTheSameSoundInOgg() throws Exception {
        var ogg = Recording.asOgg(Samples.recording(3, second -> second < 2 ? 0.05 : 1));
        try (var looking = new Looking(Duration.ofSeconds(20))) {
            var seen = looking.look(Kind.VOICE, ogg.length, new ByteArrayInputStream(ogg));
            assertThat(seen).isInstanceOf(Seen.Sound.class);
            assertThat(((Seen.Sound) seen).millis()).isEqualTo(3_000);
            assertThat(((Seen.Sound) seen).levels()[10] & 0xFF).isLessThan(40);
            assertThat(((Seen.Sound) seen).levels()[60] & 0xFF).isGreaterThan(200);
        }
    }

    @Test
    void everyPageTellsHowFarItPlaysAndHasItsChecksum() throws Exception {
        var ogg = ByteBuffer.wrap(Recording.asOgg(Samples.recording(3, second -> 1)));
        ogg.order(ByteOrder.LITTLE_ENDIAN);
        int pages = 0;
        long played = 0;
        while (ogg.hasRemaining()) {
            int begin = ogg.position();
            int length = 27;
            int pieces = ogg.get(begin + 26) & 0xFF;
            for (int n = 0; n < pieces; n++) {
                length += 1 + (ogg.get(begin + 27 + n) & 0xFF);
            }
            var page = new byte[length];
            ogg.get(page);
            played = ogg.getLong(begin + 6);
            int told = ogg.getInt(begin + 22);
            Arrays.fill(page, 22, 26, (byte) 0);
            assertThat(told).isEqualTo(checksum(page));
            assertThat(ogg.getInt(begin + 18)).isEqualTo(pages++);
        }
        assertThat(played).isEqualTo(3 * 48_000);
    }

    /** As a division of polynomials, bit by bit, with the page as one long number. */
    private static int checksum(byte[] page) {
        long rest = 0;
        for (int bit = 0; bit < (page.length + 4) * 8; bit++) {
            int one = bit / 8 < page.length ? page[bit / 8] >> (7 - bit % 8) & 1 : 0;
            rest = rest << 1 | one;
            rest = (rest & 1L << 32) == 0 ? rest : rest ^ 0x104C11DB7L;
        }
        return (int) rest;
    }

    @Test
    void whatIsNoRecordingIsRefused() throws Exception {
        var recording = Samples.recording(1, second -> 1);
        var random = new Random(3);
        for (int n = 0; n < 300; n++) {
            var broken = Arrays.copyOf(recording, random.nextInt(recording.length));
            random.nextBytes(new byte[1]);
            for (int damage = 0; damage < 5 && broken.length > 0; damage++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Recording.asOgg(broken)).startsWith('O', 'g', 'g', 'S');
            } catch (MediaNotSendable refused) {
                assertThat(refused.code()).isEqualTo("media-not-sendable");
            }
        }
        assertThatThrownBy(() -> Recording.asOgg(new byte[0])).isInstanceOf(MediaNotSendable.class);
        assertThatThrownBy(() -> Recording.asOgg("%PDF-1.7 and so on".getBytes()))
                .isInstanceOf(MediaNotSendable.class);
    }
}
