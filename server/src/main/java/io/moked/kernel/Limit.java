package io.moked.kernel;

import java.time.Duration;

/** Every limit of the product, in one place. */
public enum Limit {
    /** Rows of one page of any list. */
    PAGE_ROWS(100),
    /** Units that an agent holds at once, until somebody says otherwise. */
    USUAL_CAPACITY(30),
    /** Reasons for a break that one business has in use. */
    BREAK_REASONS(30),
    /** Minutes that it may be, until somebody says otherwise. */
    USUAL_GRACE_MINUTES(5),
    /** Seconds a colleague has to say whether they take over a conversation. */
    HANDOVER_SECONDS(120),
    /** Days that a conversation may be set aside at once. */
    SNOOZE_DAYS(366),
    /** Minutes in which a message may open again what has ended: thirty days. */
    REOPENING_MINUTES(43_200),
    /** Seconds that an agent may keep for what is to be done after a conversation. */
    WRAP_UP_SECONDS(3_600),
    /** Minutes of silence after which something happens: thirty days. */
    SILENCE_MINUTES(43_200),
    /** Dispositions that a business may choose from at once. */
    DISPOSITIONS(100),
    /** Characters of what one is called. */
    DISPOSITION_CHARACTERS(80),
    /** Bytes of one webhook delivery; Meta sends at most 3 MB. */
    WEBHOOK_BYTES(3 * 1024 * 1024),
    /** Bytes of a request's JSON; the longest note is a sixth of it. */
    JSON_BYTES(256 * 1024),
    /** Bytes of deliveries, signed or not, that may be in reading before the intake answers 503. */
    WEBHOOK_BYTES_READING(64 * 1024 * 1024),
    /** Deliveries of one network that Meta did not sign, before the rest is refused unread. */
    FORGERIES_A_MINUTE(100),
    /** Deliveries that may wait for a commit, which comes soon, before the intake answers 503. */
    WEBHOOKS_WAITING(1_024),
    /** Bytes of deliveries that may wait for a commit before the intake answers 503. */
    WEBHOOK_BYTES_WAITING(64 * 1024 * 1024),
    /** Characters of a text message (Cloud API, text.body). */
    TEXT_CHARACTERS(4_096),
    /** Characters under a picture, video or document (Cloud API, caption). */
    CAPTION_CHARACTERS(1_024),
    /**
     * Characters of the words of anything to be tapped (Cloud API, interactive.body). Meta's page
     * allows lists 4,096 and its description of the API 1,024; the smaller number holds for both.
     */
    OFFER_BODY_CHARACTERS(1_024),
    /** Characters above it (header.text). */
    OFFER_HEADER_CHARACTERS(60),
    /** Characters under it (footer.text). */
    OFFER_FOOTER_CHARACTERS(60),
    /** Buttons of one message (action.buttons). */
    BUTTONS(3),
    /** Characters of a button's title, of the button that opens a list, and of a link's. */
    BUTTON_CHARACTERS(20),
    /** Characters of a button's id. */
    BUTTON_ID_CHARACTERS(256),
    /** Sections of a list, or of several products. */
    SECTIONS(10),
    /** Characters of a section's title. */
    SECTION_CHARACTERS(24),
    /** Rows of a list, over all its sections. */
    ROWS(10),
    /** Characters of a row's title. */
    ROW_CHARACTERS(24),
    /** Characters under it. */
    ROW_DESCRIPTION_CHARACTERS(72),
    /** Characters of a row's id. */
    ROW_ID_CHARACTERS(200),
    /** Characters of the button that opens a form (flow_cta). */
    FLOW_BUTTON_CHARACTERS(30),
    /** Cards of a carousel at most, and at least; of a template, too. */
    CARDS(10),
    CARDS_AT_LEAST(2),
    /** Characters on a card, and line breaks between them. */
    CARD_CHARACTERS(160),
    CARD_LINE_BREAKS(2),
    /** Products of one message. */
    PRODUCTS(30),
    /** Cards of people in one message (contacts). Meta's page says 257, its description 5. */
    PEOPLE(5),
    /** Phones, and addresses, on one of these cards; Meta says no number. */
    PEOPLE_WAYS(10),
    /** Characters of names, places and ids that Meta gives no number for. */
    NAME_CHARACTERS(256),
    /** Characters of a web address; Meta says no number, and browsers take no longer ones. */
    ADDRESS_CHARACTERS(2_000),
    /** Characters of JSON that a form begins with; Meta says no number. */
    FLOW_DATA_CHARACTERS(8_000),
    /** Code units of an emoji: the longest families and flags have fewer. */
    EMOJI_CHARACTERS(35),
    /** Days within which a message can be reacted to, and marked as read (Cloud API). */
    REACHABLE_MESSAGE_DAYS(30),
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
    /** Characters of an internal note. */
    NOTE_CHARACTERS(10_000),
    /** Characters of the name a business gives a contact. */
    CONTACT_NAME_CHARACTERS(200),
    /** Bytes of the picture of a business in WhatsApp (Cloud API, images). */
    PROFILE_PICTURE_BYTES(5 * 1024 * 1024),
    /** Bytes of a file with contacts. */
    LIST_BYTES(10 * 1024 * 1024),
    /** Lines of it, and cells of a line. */
    LIST_ROWS(50_000),
    LIST_COLUMNS(100),
    /** Days a file with contacts can be looked at, of thirty. */
    LIST_DAYS(29),
    /** Characters that tell where a business has the word of those who opted in. */
    OPT_IN_CHARACTERS(500),
    /** Segments of one business. */
    SEGMENTS(200),
    /** Characters of a segment's name. */
    SEGMENT_NAME_CHARACTERS(80),
    /** Labels, languages or countries that a segment names. */
    SEGMENT_WORDS(50),
    /** Days back that a segment looks. */
    SEGMENT_DAYS(3_650),
    /** Characters of a broadcast's name. */
    BROADCAST_NAME_CHARACTERS(80),
    /** Contacts of one broadcast. */
    BROADCAST_RECIPIENTS(100_000),
    /** Days ahead that a broadcast is planned for. */
    BROADCAST_DAYS_AHEAD(180),
    /** Days within which what a contact writes counts as a reply to a broadcast. */
    BROADCAST_REPLY_DAYS(7),
    /** Rules of one business, and what one of them asks and does. */
    RULES(100),
    RULE_CONDITIONS(10),
    RULE_ACTIONS(10),
    RULE_NAME_CHARACTERS(80),
    /** Canned replies of one business, and of one user; characters and languages of one. */
    CANNED_REPLIES(500),
    OWN_CANNED_REPLIES(100),
    CANNED_REPLY_NAME_CHARACTERS(32),
    CANNED_REPLY_LANGUAGES(10),
    /** Calendars of one business. */
    CALENDARS(200),
    /** Characters of a text that is said by itself: with what it is filled, within one message. */
    GREETING_CHARACTERS(1_024),
    /** Words of one kind that a business understands, and characters of one. */
    SET_WORDS(20),
    SET_WORD_CHARACTERS(40),
    /** Hours and minutes after which the same is said again, at most. */
    GREET_AGAIN_HOURS(168),
    ASK_AGAIN_MINUTES(1_440),
    /** Characters of a calendar's name, and of a special day's. */
    CALENDAR_NAME_CHARACTERS(80),
    /** Minutes of opening hours within which something is promised: sixty days and nights. */
    TARGET_MINUTES(86_400),
    /** Times of being open that begin on one day. */
    SPANS_A_DAY(10),
    /** Special days of one calendar. */
    SPECIAL_DAYS(500),
    /** The last year with a special day: who plans beyond has mistyped. */
    SPECIAL_DAY_LAST_YEAR(2199),
    /** Bytes of a file with holidays, and events that are read from it. */
    HOLIDAY_FILE_BYTES(1024 * 1024),
    HOLIDAY_EVENTS(5_000),
    /** Days of one holiday of a file. */
    HOLIDAY_DAYS(92),
    /** Years ahead that a holiday of a file is counted out, unless it is the same day each year. */
    HOLIDAY_YEARS(3),
    /** Conversations that come on a simulated day, and agents who are there. */
    SIMULATED_CONVERSATIONS(20_000),
    SIMULATED_AGENTS(500),
    /** Seconds that going through it may take. */
    SIMULATION_SECONDS(10),
    /** Of a line, and of what one agent has, as many are told to whoever looks at all of them. */
    QUEUE_CARDS(25),
    AGENT_CARDS(10),
    /** Agents who are told at once, those at work first. */
    BOARD_AGENTS(200),
    /** Days that why an agent was given a conversation is kept. */
    DECISION_DAYS(90),
    /** Days back that a day can be gone through again. */
    REPLAYED_DAYS(35),
    /** Labels on one conversation, or one contact. */
    LABELS(20),
    /** Characters of a label. */
    LABEL_CHARACTERS(40),
    /** Bytes of a file, whatever its kind; each kind has its own smaller limit. */
    MEDIA_BYTES(100 * 1024 * 1024),
    /** Bytes of a password as typed: longer ones would only cost time. */
    PASSWORD_BYTES(1_024),
    /** Characters somebody looks for; contacts another list is searched for, those seen last. */
    SEARCH_CHARACTERS(200),
    SEARCHED_CONTACTS(200),
    /** Roles of one business's own. */
    ROLES(50),
    /** Apps of one business at Meta. */
    META_APPS(20),
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
    /** Dead letters for numbers that nobody serves; what comes beyond is only counted. */
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
    /** Days from where a session came is known; of thirty, one is left for a late sweep. */
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
