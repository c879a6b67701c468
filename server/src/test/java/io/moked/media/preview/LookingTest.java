package io.moked.media.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LookingTest {

    private static final Looking LOOKING = new Looking(Duration.ofSeconds(20));

    @AfterAll
    static void close() {
        LOOKING.close();
    }

    private static Seen look(Kind kind, byte[] file) throws IOException {
        return LOOKING.look(kind, file.length, new ByteArrayInputStream(file));
    }

    private static BufferedImage drawn(Seen seen) throws IOException {
        assertThat(seen).isInstanceOf(Seen.Picture.class);
        var picture = (Seen.Picture) seen;
        var image = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
        assertThat(image.getWidth()).isEqualTo(picture.width());
        assertThat(image.getHeight()).isEqualTo(picture.height());
        return image;
    }

    private static boolean isRed(BufferedImage image, double x, double y) {
        int color = image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()));
        return (color >> 16 & 0xFF) > 200 && (color & 0xFF) < 60;
    }

    @ParameterizedTest
    @CsvSource({"jpeg, 4000, 2000", "png, 4000, 2000", "gif, 1280, 640", "png, 640, 320"})
    void aPictureIsDrawnSmall(String format, int width, int height) throws IOException {
        var image = drawn(look(Kind.PICTURE, Samples.picture(width, height, format)));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(320);
        assertThat(isRed(image, 0.2, 0.5)).isTrue();
        assertThat(isRed(image, 0.8, 0.5)).isFalse();
    }

    @Test
    void aSmallPictureStaysAsItIs() throws IOException {
        assertThat(drawn(look(Kind.PICTURE, Samples.picture(60, 40, "png"))).getWidth())
                .isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource(Samples.WebP.class)
    void aWebPIsDrawnHoweverItKeepsItsPictures(Samples.WebP how) throws IOException {
        var image = drawn(look(Kind.PICTURE, Samples.webp(how)));
        assertThat(image.getWidth()).isEqualTo(128);
        assertThat(image.getHeight()).isEqualTo(64);
        assertThat(isRed(image, 0.2, 0.5)).isTrue();
        assertThat(isRed(image, 0.8, 0.5)).isFalse();
    }

    /** Where the left edge of what the camera stored is seen. */
    @ParameterizedTest
    @CsvSource({"1, 0.2, 0.5", "3, 0.8, 0.5", "6, 0.5, 0.2", "8, 0.5, 0.8"})
    void aPhotographIsTurnedUpright(int orientation, double x, double y) throws IOException {
        var photograph = Samples.held(Samples.picture(800, 400, "jpeg"), orientation);
        var image = drawn(look(Kind.PICTURE, photograph));
        assertThat(image.getWidth() < image.getHeight()).isEqualTo(orientation > 4);
        assertThat(isRed(image, x, y)).isTrue();
        assertThat(isRed(image, 1 - x, 1 - y)).isFalse();
    }

    @Test
    void aDocumentShowsItsFirstPage() throws IOException {
        var image = drawn(look(Kind.PAGES, Samples.document()));
        assertThat(image.getHeight()).isEqualTo(640);
        assertThat(image.getWidth()).isBetween(440, 460);
        assertThat(image.getRGB(200, 300) & 0xFF).isGreaterThan(200);
    }

    @Test
    void aVoiceNoteIsAsLongAndAsLoudAsItSounds() throws Exception {
        var voice = Samples.voice(4, second -> second < 2 ? 0.05 : 1);
        assertThat(look(Kind.VOICE, voice)).isInstanceOf(Seen.Sound.class);
        var sound = (Seen.Sound) look(Kind.VOICE, voice);
        assertThat(sound.millis()).isBetween(3_900, 4_100);
        assertThat(sound.levels()[10] & 0xFF).isLessThan(40);
        assertThat(sound.levels()[50] & 0xFF).isGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource
    void ofNonsenseNothingIsSeen(Kind kind) throws IOException {
        var nonsense = new byte[100_000];
        new Random(7).nextBytes(nonsense);
        assertThat(look(kind, nonsense)).isEqualTo(new Seen.Nothing());
        assertThat(look(kind, new byte[0])).isEqualTo(new Seen.Nothing());
    }

    @Test
    void aPictureThatSaysToBeLargerThanAnyMemoryIsNotOpened() throws IOException {
        assertThat(look(Kind.PICTURE, Samples.hugePicture())).isEqualTo(new Seen.Nothing());
    }

    @Test
    void aFileThatTakesForeverEndsTheOtherProcessAndTheNextOneIsSeen() throws IOException {
        var endless = Samples.endlessDocument();
        try (var hasty = new Looking(Duration.ofSeconds(5))) {
            assertThatThrownBy(() ->
                            hasty.look(
                                    Kind.PAGES, endless.length, new ByteArrayInputStream(endless)))
                    .isInstanceOf(Looking.Ended.class);
            var picture = Samples.picture(60, 40, "png");
            var next = hasty.look(Kind.PICTURE, picture.length, new ByteArrayInputStream(picture));
            assertThat(drawn(next).getHeight()).isEqualTo(40);
        }
    }

    @Test
    void aFileThatTakesAllMemoryEndsTheOtherProcessAndTheNextOneIsSeen() throws IOException {
        var greedy = new byte[0];
        assertThatThrownBy(() ->
                        LOOKING.look(Kind.PICTURE, 1_000_000_000, new ByteArrayInputStream(greedy)))
                .isInstanceOf(Looking.Ended.class);
        assertThat(drawn(look(Kind.PICTURE, Samples.picture(60, 40, "png"))).getHeight())
                .isEqualTo(40);
    }
}
