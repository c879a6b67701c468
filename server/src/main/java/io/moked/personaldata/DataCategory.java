package io.moked.personaldata;

import static io.moked.personaldata.DataRight.ACCESS;
import static io.moked.personaldata.DataRight.ERASURE;
import static io.moked.personaldata.DataRight.PORTABILITY;

import java.util.Set;

/** What kind of thing is said about a person, and which rights they have over it. */
public enum DataCategory {
    PHONE_NUMBER(ACCESS, PORTABILITY, ERASURE),
    /** Names, user names, a network's own id of a person, language. */
    PROFILE(ACCESS, PORTABILITY, ERASURE),
    /** What people wrote and sent. */
    CONTENT(ACCESS, PORTABILITY, ERASURE),
    /** When and how a message went. WhatsApp's id of a message contains a phone number. */
    METADATA(ACCESS, ERASURE),
    /** What happened in a conversation, and what was noted about the person. */
    INTERACTION(ACCESS, ERASURE),
    /** Name, address and role of who signs in. */
    ACCOUNT(ACCESS, PORTABILITY, ERASURE),
    /** Proves who somebody is; told to nobody, not even to them. */
    CREDENTIAL(ERASURE),
    /** Who did what, and when. What must stay for an audit stays under the bare id. */
    ACTIVITY(ACCESS);

    private final Set<DataRight> rights;

    DataCategory(DataRight... rights) {
        this.rights = Set.of(rights);
    }

    public Set<DataRight> rights() {
        return rights;
    }
}
