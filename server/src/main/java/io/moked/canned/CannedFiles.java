package io.moked.canned;

import io.moked.access.SignedIn;
import io.moked.conversation.Conversation.KeptFiles;
import io.moked.media.MediaId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever finds a canned reply reads the file of it, wherever else it was sent. */
@Component
class CannedFiles implements KeptFiles {

    private final CannedStore store;

    CannedFiles(CannedStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(SignedIn caller, MediaId file) {
        return store.placesOfFile(file.value()).stream().anyMatch(it -> it.isOpenTo(caller));
    }
}
