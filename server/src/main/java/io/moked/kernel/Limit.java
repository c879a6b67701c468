package io.moked.kernel;

import java.time.Duration;

/** Every limit of the product, in one place. */
public enum Limit {
    /** Rows of one page of any list. */
    PAGE_ROWS(100),
    /** Bytes of one webhook delivery; Meta sends at most 3 MB. */
    WEBHOOK_BYTES(3 * 1024 * 1024),
    /** Bytes of a request's JSON; the longest note is a sixth of it. */
    JSON_BYTES(256 * 1024),
    /** Bytes of deliveries, signed or not, that may be in reading before the intake answers 503. */
    WEBHOOK_BYTES_READING(64 * 1024 * 1024),
    /** Deliveries of one network that Meta did not sign, before the rest is refused unread. */
    FORGERIES_A_MINUTE(100),
    /**
     * Deliveries that may wait for a commit, which is not for long, before the intake answers 503.
     */
    WEBHOOKS_WAITING(1_024),
    /** Bytes of deliveries that may wait for a commit before the intake answers 503. */
    WEBHOOK_BYTES_WAITING(64 * 1024 * 1024),
    /** Characters of a text message (Cloud API, text.body). */
    TEXT_CHARACTERS(4_096),
    /** Characters under a picture, video or document (Cloud API, caption). */
    CAPTION_CHARACTERS(1_024),
    /** Characters of a template's name, and of its parts (Cloud API, "Template components"). */
    TEMPLATE_NAME_CHARACTERS(512),
    TEMPLATE_HEADER_CHARACTERS(60),
    TEMPLATE_BODY_CHARACTERS(1_024),
    TEMPLATE_FOOTER_CHARACTERS(60),
    TEMPLATE_BUTTON_CHARACTERS(25),
    TEMPLATE_URL_CHARACTERS(2_000),
    /** Characters of a coupon or of a one-time code that a button copies. */
    COUPON_CHARACTERS(20),
    /** Buttons of a template; of these open an address at most two, and a card has two in all. */
    TEMPLATE_BUTTONS(10),
    TEMPLATE_LINKS(2),
    CARD_BUTTONS(2),
    /** Cards of a carousel, which has two at least, and characters of the text of each. */
    CARDS(10),
    CARD_CHARACTERS(160),
    /** Characters of an internal note. */
    NOTE_CHARACTERS(10_000),
    /** Labels on one conversation. */
    LABELS(20),
    /** Characters of a label. */
    LABEL_CHARACTERS(40),
    /** Bytes of a file, whatever its kind; each kind has its own smaller limit. */
    MEDIA_BYTES(100 * 1024 * 1024),
    /** Bytes of a password as typed: longer ones would only cost time. */
    PASSWORD_BYTES(1_024),
    /** Contacts that a search of another list looks at, of those who match and were seen last. */
    SEARCHED_CONTACTS(200),
    /** Roles of one business's own. */
    ROLES(50),
    /** Passkeys of one user. */
    PASSKEYS(20),
    /** Rows a counter counts before it says "and more". */
    COUNTED_ROWS(99),
    /** Journal entries replayed to a returning console before it is told to start afresh. */
    REPLAYED_ENTRIES(2_000),
    /** Events waiting for one slow console before it is cut off. */
    EVENTS_WAITING(1_000),
    /** Days of the journal that are kept at least, to be replayed or read by a late follower. */
    JOURNAL_DAYS(2),
    /** Days a receipt waits for its message; Meta delivers again for seven. */
    PARKED_RECEIPT_DAYS(8),
    /** Days a change waits for something that reads it. */
    UNREAD_CHANGE_DAYS(7),
    /**
     * Dead letters for numbers that nobody serves; of what comes beyond, only the count is kept.
     */
    UNSERVED_LETTERS(10_000),
    /** Days a dead letter waits for an operator. */
    DEAD_LETTER_DAYS(30),
    /** Days WhatsApp keeps a file for whoever it was sent to. */
    FILE_AT_SENDER_DAYS(7),
    /** Days after which a file that is still arriving has been given up. */
    ARRIVING_FILE_DAYS(1),
    /** Days a letter that is over can be asked after. */
    LETTER_DAYS(30),
    /** Days the list of invitations shows one that has expired. */
    EXPIRED_LINK_DAYS(29),
    /**
     * Days from where a session came is known; of thirty, one is left for a sweep that comes late.
     */
    SESSION_DAYS(29);

    private final int value;

    Limit(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    public Duration days() {
        return Duration.ofDays(value);
    }
}
