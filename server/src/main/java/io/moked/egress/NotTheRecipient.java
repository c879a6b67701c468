package io.moked.egress;

import java.io.IOException;

/** A call was about to go somewhere its recipient is not. */
public final class NotTheRecipient extends IOException {

    NotTheRecipient(Recipient recipient) {
        super("The address is none of " + recipient.name());
    }
}
