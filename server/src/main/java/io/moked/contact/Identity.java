package io.moked.contact;

import static java.util.Objects.requireNonNull;

import io.moked.channel.Sender;
import java.util.ArrayList;
import java.util.List;

/** One way a network knows a person. */
record Identity(Kind kind, String value) {

    enum Kind {
        PHONE,
        NETWORK_ID
    }

    /**
     * The surest first: a phone may pass from one person to another, a network's own id may not.
     */
    static List<Identity> of(Sender sender) {
        var identities = new ArrayList<Identity>(2);
        if (sender.networkId() != null) {
            identities.add(new Identity(Kind.NETWORK_ID, sender.networkId()));
        }
        if (sender.phone() != null) {
            identities.add(new Identity(Kind.PHONE, requireNonNull(sender.phone())));
        }
        return identities;
    }

    static Identity surestOf(Sender sender) {
        return of(sender).getFirst();
    }

    String word() {
        return kind == Kind.PHONE ? "phone" : "network-id";
    }
}
