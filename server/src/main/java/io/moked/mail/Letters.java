package io.moked.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.kernel.Ids;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters of the tenant in scope: handed in here, and sent by the postman. */
@Component
public class Letters {

    private final LetterStore store;
    private final Postman postman;
    private final Ids ids;

    Letters(LetterStore store, Postman postman, Ids ids) {
        this.store = store;
        this.postman = postman;
        this.ids = ids;
    }

    /** How far a letter has come. */
    public enum State {
        /** On its way, or to be tried again. */
        WAITING,
        /** The mail server has taken it. */
        SENT,
        /** Nobody took it, and it is not tried any more. */
        FAILED,
        /** This installation has no mail server, so it waits for one. */
        NOT_SET_UP;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Keeps a letter in the transaction it is about; it leaves once that has been committed. */
    @Transactional
    public UUID write(Letter letter) {
        var id = ids.next();
        store.add(id, letter);
        postman.ringAfterCommit();
        return id;
    }

    /** Takes back a letter that has not left; one that has stays told. */
    @Transactional
    public void withdraw(UUID id) {
        store.withdraw(id);
    }

    /** How many have not left, of all tenants. */
    public int waiting() {
        return store.waiting();
    }

    /** By id; a letter that is long over has none. */
    @Transactional(readOnly = true)
    public Map<UUID, State> states(Collection<UUID> letters) {
        if (letters.isEmpty()) {
            return Map.of();
        }
        var states = store.states(letters);
        if (!postman.hasServer()) {
            states.replaceAll((id, state) -> state == State.WAITING ? State.NOT_SET_UP : state);
        }
        return states;
    }
}
