package io.moked.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.media.preview.Samples;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is seen of files before they are opened. */
@MokedTest
class PreviewsTest extends Journey {

    private final String phone = Meta.newPhone();

    @Test
    void aPictureIsShownSmallToWhoMaySeeIt() throws Exception {
        var media =
                arrived(
                        "image",
                        Map.of("mime_type", "image/png"),
                        Samples.picture(1280, 800, "png"));
        var preview = media.path("preview");
        assertThat(preview.path("width").asInt()).isEqualTo(640);
        assertThat(preview.path("height").asInt()).isEqualTo(400);
        var path = "/media/" + media.path("id").asString() + "/preview";
        assertThat(preview.path("url").asString()).isEqualTo("/api/v1" + path);
        var answer = agent.fetch(path);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth()).isEqualTo(640);
        var stranger = Api.of(port, Business.create(server).administrator());
        assertThat(stranger.fetch(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aStickerIsKnownInItsShape() {
        var sticker =
                arrived(
                        "sticker",
                        Map.of("mime_type", "image/webp"),
                        Samples.webp(Samples.WebP.MOVING));
        assertThat(sticker.path("preview").path("width").asInt()).isEqualTo(128);
        assertThat(sticker.path("preview").path("height").asInt()).isEqualTo(64);
    }

    @Test
    void aDocumentShowsItsFirstPage() throws Exception {
        var about = Map.of("mime_type", "application/pdf", "filename", "order.pdf");
        var media = arrived("document", about, Samples.document());
        assertThat(media.path("preview").path("height").asInt()).isEqualTo(640);
    }

    @Test
    void aVoiceNoteShowsHowLoudItIs() throws Exception {
        var about = Map.of("mime_type", "audio/ogg; codecs=opus", "voice", true);
        var media = arrived("audio", about, Samples.voice(2, second -> second));
        assertThat(media.path("sound").path("millis").asInt()).isBetween(1_900, 2_100);
        assertThat(media.path("sound").path("levels")).hasSize(64);
        assertThat(media.path("sound").path("levels").path(50).asInt()).isGreaterThan(200);
    }

    @Test
    void aFileOfWhichNothingIsSeenHasNoPreview() throws Exception {
        var words = agent.upload("a.txt", "text/plain", "words".getBytes()).body();
        var path = "/media/" + words.path("id").asString();
        assertThat(words.path("preview").isNull()).isTrue();
        assertThat(agent.fetch(path + "/preview").statusCode()).isEqualTo(204);
        assertThat(agent.fetch(path).statusCode()).isEqualTo(200);
    }

    private JsonNode arrived(String type, Map<String, ?> about, byte[] bytes) {
        var atMeta = UUID.randomUUID().toString();
        GraphStub.get().keep(atMeta, bytes);
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), ""));
        var file = new HashMap<String, Object>(about);
        file.put("id", atMeta);
        message.put("type", type);
        message.put(type, file);
        new Meta(port).deliver(business, List.of(message));
        var thread = "/conversations/" + idOf(phone) + "/messages";
        await().until(() ->
                media(thread).path("examined").asBoolean()
                        && media(thread).path("state").asString().equals("ready"));
        return media(thread);
    }

    private JsonNode media(String thread) {
        return agent.items(thread).getFirst().path("content").path("media");
    }
}
