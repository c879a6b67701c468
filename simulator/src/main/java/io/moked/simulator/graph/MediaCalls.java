package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Upload;
import io.moked.simulator.world.Media;
import io.moked.simulator.world.MediaAddresses;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.MediaType;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;

/** Uploads, addresses, downloads and removal of media. */
final class MediaCalls {

    private final MediaStore media;
    private final MediaAddresses addresses;

    MediaCalls(MediaStore media, MediaAddresses addresses) {
        this.media = media;
        this.addresses = addresses;
    }

    Answer upload(Request request) throws IOException {
        try (Upload upload = Upload.of(request)) {
            Upload.Sent file = upload.file();
            String type = upload.field("type").isEmpty() ? file.mimeType() : upload.field("type");
            MediaType known =
                    MediaType.of(type)
                            .orElseThrow(() ->
                                    GraphError.parameter(
                                            "Param file must be a file with one of the"
                                                    + " supported types. Received file of type '"
                                                    + type
                                                    + "'."));
            Media kept = media.keep(file.content(), type, file.name(), MediaStore.UPLOADED);
            if (!known.takes(kept.size())) {
                media.remove(kept);
                throw GraphError.parameter(
                        "File size " + kept.size() + " is out of the limits of " + type + ".");
            }
            return Answer.json(Json.object().put("id", kept.id()));
        }
    }

    Answer address(Media one) {
        return Answer.json(
                Json.object()
                        .put("messaging_product", "whatsapp")
                        .put("url", addresses.of(one))
                        .put("mime_type", one.mimeType())
                        .put(
                                "sha256",
                                HexFormat.of().formatHex(Base64.getDecoder().decode(one.sha256())))
                        .put("file_size", one.size())
                        .put("id", one.id()));
    }

    Answer download(Request request) {
        return media.find(request.query("mid"))
                .filter(one -> addresses.fresh(one, request.query("ext"), request.query("hash")))
                .map(one ->
                        Answer.file(media.file(one), one.mimeType())
                                .with("Content-Disposition", "attachment;filename=" + one.id()))
                .orElseThrow(() -> Refusal.of(404, "The address has expired"));
    }

    Answer remove(Media one) {
        media.remove(one);
        return Answer.json(Json.object().put("success", true));
    }
}
