package io.moked.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    private static FileType of(String head, String declared) {
        var marks = head.translateEscapes().getBytes(ISO_8859_1);
        return FileType.of(Arrays.copyOf(marks, 64), declared);
    }

    @ParameterizedTest
    @CsvSource({
        "\\377\\330\\377\\340, image/jpeg",
        "\\211PNG\\r\\n\\032\\n, image/png",
        "RIFF\\0\\0\\0\\0WEBPVP8 , image/webp",
        "\\0\\0\\0\\030ftypisom, video/mp4",
        "\\0\\0\\0\\030ftypmp42, video/mp4",
        "\\0\\0\\0\\030ftyp3gp4, video/3gpp",
        "'\\0\\0\\0\\030ftypM4A ', audio/mp4",
        "\\0\\0\\0\\030ftypmp42, audio/mp4",
        "OggS, audio/ogg; codecs=opus",
        "\\377\\361\\120\\200, audio/aac",
        "#!AMR\\n, audio/amr",
        "ID3\\003, audio/mpeg",
        "%PDF-1.7, application/pdf",
        "PK\\003\\004, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "\\320\\317\\021\\340\\241\\261\\032\\341, application/msword",
        "\\0\\0\\0, application/x-something-unheard-of",
        "\\0\\0\\0, no type at all",
    })
    void whatIsWhatItSaysKeepsItsName(String head, String declared) {
        assertThat(of(head, declared)).isEqualTo(new FileType(declared, false));
    }

    @ParameterizedTest
    @CsvSource({
        "\\211PNG\\r\\n\\032\\n, image/jpeg, image/png",
        "\\211PNG\\r\\n\\032\\n, application/octet-stream, image/png",
    })
    void whatSaysLittleOrNearlyTheSameIsNoDisguise(String head, String declared, String type) {
        assertThat(of(head, declared)).isEqualTo(new FileType(type, false));
    }

    @ParameterizedTest
    @CsvSource({
        "<html><script>, image/png, text/html",
        "<svg xmlns=\"http://www.w3.org/2000/svg\">, image/jpeg, image/svg+xml",
        "MZ, application/pdf, application/x-msdownload",
        "MZ, audio/ogg; codecs=opus, application/x-msdownload",
        "\\0\\0\\0, image/jpeg, application/octet-stream",
        "'\\0\\0\\0\\024ftypqt  ', video/mp4, video/quicktime",
        "%PDF-1.7, image/png, application/pdf",
    })
    void whatIsAnotherThingIsDisguised(String head, String declared, String type) {
        assertThat(of(head, declared)).isEqualTo(new FileType(type, true));
    }
}
