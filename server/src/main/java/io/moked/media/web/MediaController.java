package io.moked.media.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.NotFound;
import io.moked.media.FileView;
import io.moked.media.Media;
import io.moked.media.MediaAudience;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.MediaUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of messages: uploading them before they are sent, and reading them. */
@RestController
@RequestMapping("/api/v1/media")
class MediaController {

    private static final Logger LOG = LoggerFactory.getLogger(MediaController.class);

    private final MediaLibrary library;
    private final MediaAudience audience;

    MediaController(MediaLibrary library, MediaAudience audience) {
        this.library = library;
        this.audience = audience;
    }

    /**
     * Keeps a file to be sent; {@code file} is its multipart field. 413 {@code media-too-large},
     * 415 {@code media-not-sendable}, 400 {@code media-empty}, 503 {@code media-not-kept}.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    FileView add(@RequestParam MultipartFile file) {
        var type = file.getContentType();
        try (var bytes = file.getInputStream()) {
            return FileView.of(
                    library.add(
                            type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                            file.getOriginalFilename(),
                            file.getSize(),
                            bytes));
        } catch (IOException full) {
            LOG.error("An upload could not be written: {}", full.getClass().getSimpleName());
            throw MediaUnavailable.notKept();
        }
    }

    /**
     * The bytes, whole or by range (RFC 9110, 14). Only pictures, sound and video are shown in
     * place; anything else is a download, and nothing can run in this origin. While this server
     * cannot see the bytes: 503 {@code media-not-here}.
     */
    @GetMapping("/{id}")
    @Requires(Permission.READ_CONVERSATIONS)
    ResponseEntity<Resource> read(SignedIn caller, @PathVariable UUID id) {
        var media = visible(caller, id);
        boolean inPlace = media.isShownInPlace();
        var disposition = inPlace ? ContentDisposition.inline() : ContentDisposition.attachment();
        var name = media.fileName() == null ? id.toString() : media.fileName();
        return sandboxed()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name, StandardCharsets.UTF_8).build().toString())
                .contentType(
                        inPlace
                                ? MediaType.parseMediaType(media.mimeType())
                                : MediaType.APPLICATION_OCTET_STREAM)
                .body(new Bytes(media));
    }

    /** A small picture of a picture or of a first page, drawn by us; 204 where there is none. */
    @GetMapping("/{id}/preview")
    @Requires(Permission.READ_CONVERSATIONS)
    ResponseEntity<Resource> preview(SignedIn caller, @PathVariable UUID id) throws IOException {
        if (visible(caller, id).preview() == null) {
            return ResponseEntity.noContent().build();
        }
        return sandboxed()
                .contentType(MediaType.IMAGE_JPEG)
                .body(new InputStreamResource(library.openPreview(new MediaId(id))));
    }

    private Media visible(SignedIn caller, UUID id) {
        if (!audience.mayRead(caller, new MediaId(id))) {
            throw new NotFound();
        }
        return library.here(new MediaId(id));
    }

    /** Nothing in it runs, whatever a browser makes of it. */
    private static ResponseEntity.BodyBuilder sandboxed() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    /**
     * Has a file that WhatsApp did not hand over fetched once more: 202. A file that is here, or on
     * its way, stays as it is. 409 {@code media-gone}.
     */
    @PostMapping("/{id}/retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void retry(SignedIn caller, @PathVariable UUID id) {
        var media = new MediaId(id);
        if (library.describe(List.of(id)).isEmpty() || !audience.mayRead(caller, media)) {
            throw new NotFound();
        }
        library.fetchAgain(media, caller.user());
    }

    private final class Bytes extends AbstractResource {

        private final Media media;

        Bytes(Media media) {
            this.media = media;
        }

        @Override
        public String getDescription() {
            return "media " + media.id();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return library.open(new MediaId(media.id()));
        }

        @Override
        public long contentLength() {
            return media.bytes();
        }
    }
}
