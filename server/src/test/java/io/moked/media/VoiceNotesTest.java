package io.moked.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.media.preview.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is recorded in the console on its way to WhatsApp. */
@MokedTest
class VoiceNotesTest extends Journey {

    @Test
    void aRecordingIsSentAsAVoiceNote() throws Exception {
        var phone = Meta.newPhone();
        meta.says(business, phone, "call me");
        var conversation = idOf(phone);
        var media =
                agent.upload("", "audio/webm;codecs=opus", Samples.recording(1, second -> 1))
                        .body();
        assertThat(media.path("mimeType").asString()).isEqualTo("audio/ogg; codecs=opus");
        var content =
                Map.of("type", "audio", "mediaId", media.path("id").asString(), "voice", true);
        var reply = Map.of("clientId", UUID.randomUUID(), "content", content);
        assertThat(agent.post("/conversations/" + conversation + "/replies", reply).status())
                .isEqualTo(201);
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
        var sent = GraphStub.get().acceptedFor(phone).getFirst().path("audio");
        assertThat(sent.path("voice").asBoolean()).isTrue();
        assertThat(GraphStub.get().uploaded(sent.path("id").asString()))
                .contains("Content-Type: audio/ogg; codecs=opus", ".ogg\"", "OggS");
    }

    @Test
    void anotherSoundIsNoVoiceNote() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "call me");
        var conversation = idOf(phone);
        var music = "ID3\u0003and so on".getBytes(StandardCharsets.ISO_8859_1);
        var media = agent.upload("a.mp3", "audio/mpeg", music).body().path("id").asString();
        var content = Map.of("type", "audio", "mediaId", media, "voice", true);
        var reply = Map.of("clientId", UUID.randomUUID(), "content", content);
        var refused = agent.post("/conversations/" + conversation + "/replies", reply);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("content.voice");
    }

    @Test
    void anOggThatHoldsNoOpusIsRefused() {
        var vorbis =
                ("OggS\0\2" + "\0".repeat(22) + "\1vorbis and so on")
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(agent.upload("a.ogg", "audio/ogg", vorbis).code())
                .isEqualTo("media-not-sendable");
        var opus =
                ("OggS\0\2" + "\0".repeat(22) + "OpusHead and so on")
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(agent.upload("a.ogg", "audio/ogg", opus).status()).isEqualTo(201);
    }

    @Test
    void whatOnlyCallsItselfARecordingIsRefused() {
        var nonsense = "\u001aE\u00df\u00a3 and nothing more".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(agent.upload("a.webm", "audio/webm", nonsense).code())
                .isEqualTo("media-not-sendable");
    }
}
