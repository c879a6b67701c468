package io.moked.media;

import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.media.preview.Looking;
import io.moked.media.preview.Seen;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks into files that have come, one after the other, for what can be shown before they are
 * opened.
 */
@Component
class Examiner extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REST_AFTER = Duration.ofMinutes(1);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** A file that ended the process twice will do so again. */
    private static final int MOST_ENDS = 2;

    private final Examinations examinations;
    private final MediaStore store;
    private final SealedFiles files;
    private final Scanner scanner;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Looking looking = new Looking(PATIENCE);
    private Instant lastLook = Instant.MIN;

    Examiner(
            Examinations examinations,
            MediaStore store,
            SealedFiles files,
            Scanner scanner,
            Journal journal,
            TransactionTemplate transactions) {
        super("examiner", 1, LONGEST_SLEEP, examinations.bell());
        this.examinations = examinations;
        this.store = store;
        this.files = files;
        this.scanner = scanner;
        this.journal = journal;
        this.transactions = transactions;
    }

    @Override
    protected boolean round() {
        var next = examinations.claim();
        next.ifPresentOrElse(
                claimed -> TenantScope.run(claimed.tenant(), () -> examine(claimed)), this::rest);
        return next.isPresent();
    }

    private void rest() {
        if (lastLook.isBefore(Instant.now().minus(REST_AFTER))) {
            looking.close();
        }
    }

    private void examine(Examinations.Claimed claimed) {
        var id = claimed.media();
        try {
            var media = transactions.execute(tx -> store.find(id));
            if (media == null || !scan(media)) {
                transactions.executeWithoutResult(tx -> examinations.done(id));
            } else {
                keep(id, look(media));
            }
        } catch (IOException failure) {
            failed(claimed, failure);
        }
    }

    /** Whether there is no virus in it, as far as anybody can tell. */
    private boolean scan(Media media) throws IOException {
        if (media.scan() != Media.Scan.NOT_SCANNED) {
            return media.scan() == Media.Scan.CLEAN;
        }
        var id = new MediaId(media.id());
        var said = Media.Scan.NOT_SCANNED;
        if (scanner.isSetUp()) {
            try (var bytes = files.read(id)) {
                said = scanner.scan(bytes);
            }
        }
        if (said != Media.Scan.NOT_SCANNED || media.state() == Media.State.ARRIVED) {
            scanned(id, said);
        }
        return said != Media.Scan.INFECTED;
    }

    private void scanned(MediaId id, Media.Scan said) {
        transactions.executeWithoutResult(tx -> {
            store.scanned(id, said);
            var kind = said == Media.Scan.INFECTED ? "media.infected" : "media.ready";
            journal.append(Fact.of(kind, id.value()));
        });
    }

    private Seen look(Media media) throws IOException {
        var kind = media.previewed().orElse(null);
        if (kind == null) {
            return new Seen.Nothing();
        }
        lastLook = Instant.now();
        try (var bytes = files.read(new MediaId(media.id()))) {
            return looking.look(kind, media.bytes(), bytes);
        }
    }

    private void keep(MediaId id, Seen seen) throws IOException {
        if (seen instanceof Seen.Picture picture) {
            files.writePreview(id, new ByteArrayInputStream(picture.jpeg()));
        }
        seen(id, seen);
    }

    private void seen(MediaId id, Seen seen) {
        transactions.executeWithoutResult(tx -> {
            store.seen(id, seen);
            examinations.done(id);
            journal.append(Fact.of("media.ready", id.value()));
        });
    }

    private void failed(Examinations.Claimed claimed, IOException failure) {
        var what = failure.getClass().getSimpleName();
        LOG.warn("A file was not looked into, try {}: {}", claimed.attempts(), what);
        if (failure instanceof Looking.Ended && claimed.attempts() >= MOST_ENDS) {
            seen(claimed.media(), new Seen.Nothing());
        } else {
            // A scanner or a store that is away comes back, and nobody sees the file before.
            examinations.again(claimed, pause(claimed.attempts()));
        }
    }

    /** Twice as long each time, up to a minute. */
    private static Duration pause(int attempts) {
        return Duration.ofSeconds(
                Math.min(LONGEST_PAUSE.toSeconds(), 2L << Math.min(attempts, 20)));
    }

    @Override
    public void stop() {
        super.stop();
        looking.close();
    }
}
