package io.moked.media;

import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of the tenant in scope: their rows in the database, their bytes sealed in the storage.
 */
@Component
public class MediaLibrary {

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Logger LOG = LoggerFactory.getLogger(MediaLibrary.class);

    private final MediaStore store;
    private final SealedFiles files;
    private final Examinations examinations;
    private final Scanner scanner;
    private final MediaSource source;
    private final Journal journal;
    private final Ids ids;
    private final TransactionTemplate transactions;

    MediaLibrary(
            MediaStore store,
            SealedFiles files,
            Examinations examinations,
            Scanner scanner,
            MediaSource source,
            Journal journal,
            Ids ids,
            TransactionTemplate transactions) {
        this.store = store;
        this.files = files;
        this.examinations = examinations;
        this.scanner = scanner;
        this.source = source;
        this.journal = journal;
        this.ids = ids;
        this.transactions = transactions;
    }

    /** A file that was announced and is still to be fetched. */
    public record Announced(MediaId id, String mimeType, @Nullable String fileName) {

        public Announced {
            fileName = plain(fileName);
        }
    }

    /** A name as it is read: without signs that nobody sees but that turn its letters around. */
    private static @Nullable String plain(@Nullable String fileName) {
        return fileName == null ? null : UNSEEN.matcher(fileName).replaceAll("");
    }

    /**
     * Notes files that will come; one that is known already stays as it is.
     *
     * @return those that are still to come
     */
    @Transactional
    public Set<MediaId> expect(List<Announced> announced) {
        if (announced.isEmpty()) {
            return Set.of();
        }
        store.expect(TenantScope.current(), announced);
        return store.expected(announced.stream().map(it -> it.id().value()).toList()).stream()
                .map(MediaId::new)
                .collect(Collectors.toSet());
    }

    /**
     * What the sender of a file says of its bytes.
     *
     * @param sha256 in base64
     */
    public record Told(@Nullable Long size, @Nullable String sha256) {

        static final Told NOTHING = new Told(null, null);
    }

    /**
     * Takes the bytes of an expected file and makes it readable; one that is here already stays as
     * it is.
     *
     * @throws IOException if the bytes do not come, or are others
     */
    public void arrive(MediaId id, InputStream bytes, Told told) throws IOException {
        var declared = transactions.execute(tx -> store.find(id));
        if (declared == null) {
            throw new IOException("Nobody expects this file");
        }
        var head = bytes.readNBytes(FileType.HEAD_BYTES);
        var type = FileType.of(head, declared.mimeType());
        long size = files.write(id, whole(head, bytes), told);
        var arrived = Media.arrived(id.value(), type, size, declared.fileName());
        var media = scanner.isSetUp() ? arrived.toBeScanned(Media.State.ARRIVED) : arrived;
        transactions.executeWithoutResult(tx -> {
            if (store.arrived(media)) {
                haveExamined(media);
                journal.append(Fact.of("media." + media.state().word(), id.value()));
            }
        });
        examinations.bell().ring();
    }

    /** Whether its bytes are still to come. */
    @Transactional(readOnly = true)
    public boolean isExpected(MediaId id) {
        return !store.expected(List.of(id.value())).isEmpty();
    }

    /**
     * Tells that something stands in the way of an expected file, which is tried for further on.
     */
    @Transactional
    public void late(MediaId id) {
        if (store.late(id)) {
            journal.append(Fact.of("media.late", id.value()));
        }
    }

    /** Gives an expected file up. */
    @Transactional
    public void fail(MediaId id) {
        if (store.failed(id)) {
            journal.append(Fact.of("media.failed", id.value()));
        }
    }

    /**
     * Has an expected file that is late or was given up fetched at once; any other stays as it is.
     */
    @Transactional
    public void fetchAgain(MediaId id, UserId by) {
        if (store.await(id)) {
            if (!source.fetchAgain(id)) {
                throw new MediaGone();
            }
            journal.append(Fact.of("media.retried", id.value()).by(by.value()));
        }
    }

    /**
     * Adds a file that a user wants to send, as what its bytes say it is. It is theirs at once; a
     * scanner may find it infected yet, and nobody reads or sends it any more then. What a browser
     * recorded becomes a voice note. Refuses what cannot be sent: in an Ogg, all but Opus.
     */
    public Media add(String declaredType, @Nullable String fileName, long size, InputStream bytes)
            throws IOException {
        var id = new MediaId(ids.next());
        var head = bytes.readNBytes(FileType.HEAD_BYTES);
        if (head.length == 0) {
            throw new MediaEmpty();
        }
        var type = FileType.of(head, declaredType);
        Sendable.of(type.mimeType()).check(size, head);
        if (FileType.bare(type.mimeType()).equals("audio/ogg") && !FileType.isOpus(head)) {
            throw new MediaNotSendable();
        }
        if (FileType.bare(type.mimeType()).equals(FileType.RECORDING)) {
            var ogg = Recording.asOgg(whole(head, bytes).readNBytes(Recording.MOST_BYTES));
            return add(FileType.VOICE, null, ogg.length, new ByteArrayInputStream(ogg));
        }
        long written = files.write(id, whole(head, bytes), Told.NOTHING);
        var added = Media.arrived(id.value(), type, written, plain(fileName));
        var media = scanner.isSetUp() ? added.toBeScanned(Media.State.READY) : added;
        transactions.executeWithoutResult(tx -> {
            store.add(TenantScope.current(), media);
            haveExamined(media);
        });
        examinations.bell().ring();
        return media;
    }

    private void haveExamined(Media media) {
        if (!media.examined()) {
            examinations.want(new MediaId(media.id()));
        }
    }

    private static InputStream whole(byte[] head, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    @Transactional(readOnly = true)
    public Map<UUID, Media> describe(Collection<UUID> media) {
        return media.isEmpty() ? Map.of() : store.find(media);
    }

    /** A file whose bytes are here; refuses any other. */
    @Transactional(readOnly = true)
    public Media ready(MediaId id) {
        var found = store.find(id);
        if (found == null || found.state() != Media.State.READY) {
            throw new NotFound();
        }
        return found;
    }

    /** A file that is ready and can be read on this server; refuses any other. */
    @Transactional(readOnly = true)
    public Media here(MediaId id) {
        var media = ready(id);
        if (!files.isHere(id)) {
            LOG.error(
                    "A file is missing; servers of one database share a bucket or MOKED_DATA/media");
            throw MediaUnavailable.notHere();
        }
        return media;
    }

    /** The bytes of a file that is ready; the caller closes the stream. */
    public InputStream open(MediaId id) throws IOException {
        return files.read(id);
    }

    /** The bytes of a small picture there is of a file; the caller closes the stream. */
    public InputStream openPreview(MediaId id) throws IOException {
        return files.readPreview(id);
    }
}
