package io.moked.simulator.web;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form with a file, spooled to disk: documents of 100 MB must not fill the heap. */
public final class Upload implements AutoCloseable {

    private final Path spool;
    private final SharedFileInputStream content;
    private final Map<String, String> fields = new HashMap<>();
    private @Nullable BodyPart file;

    private Upload(Path spool, SharedFileInputStream content) {
        this.spool = spool;
        this.content = content;
    }

    public static Upload of(Request request) throws IOException {
        if (!request.header("Content-Type").startsWith("multipart/form-data")) {
            throw Refusal.of(400, "A multipart/form-data body is expected");
        }
        Path spool = Files.createTempFile("moked-simulator", ".upload");
        Files.copy(request.body(), spool, StandardCopyOption.REPLACE_EXISTING);
        var upload = new Upload(spool, new SharedFileInputStream(spool.toFile()));
        try {
            upload.read(request.header("Content-Type"));
            return upload;
        } catch (MessagingException e) {
            upload.close();
            throw Refusal.of(400, "The form cannot be read");
        }
    }

    private void read(String contentType) throws MessagingException, IOException {
        var form = new MimeMultipart(new Form(contentType, content));
        for (int i = 0; i < form.getCount(); i++) {
            BodyPart part = form.getBodyPart(i);
            String name = disposition(part).getParameter("name");
            if (part.getFileName() != null) {
                file = part;
            } else if (name != null) {
                fields.put(
                        name,
                        new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static ContentDisposition disposition(BodyPart part) throws MessagingException {
        return new ContentDisposition(part.getHeader("Content-Disposition")[0]);
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The bytes, declared type and name of the file. */
    public record Sent(InputStream content, String mimeType, String name) {}

    public Sent file() throws IOException {
        if (file == null) {
            throw Refusal.of(400, "The form has no file");
        }
        try {
            return new Sent(file.getInputStream(), file.getContentType(), utf8(file.getFileName()));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    // Browsers write file names as plain UTF-8, which mail headers know nothing of.
    private static String utf8(String name) {
        boolean plain = name.chars().allMatch(letter -> letter < 256);
        return plain
                ? new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : name;
    }

    @Override
    public void close() throws IOException {
        content.close();
        Files.delete(spool);
    }

    private record Form(String contentType, InputStream content) implements DataSource {

        @Override
        public InputStream getInputStream() {
            return content;
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public String getName() {
            return "form";
        }
    }
}
