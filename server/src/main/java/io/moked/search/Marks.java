package io.moked.search;

import io.moked.conversation.Message.By;
import java.util.UUID;

/** What a writing is told apart by, kept among its words; no word begins as these do. */
final class Marks {

    static final String WITH_FILE = "@file";
    static final String WITHOUT_FILE = "@nofile";

    private static final int TAIL = 12;

    private Marks() {}

    static String by(By by) {
        return "@by" + by.word();
    }

    static String author(UUID user) {
        return "@u" + tail(user);
    }

    static String channel(UUID channel) {
        return "@c" + tail(channel);
    }

    /** By its random end an id is known among the few of one business. */
    private static String tail(UUID id) {
        var text = id.toString();
        return text.substring(text.length() - TAIL);
    }
}
