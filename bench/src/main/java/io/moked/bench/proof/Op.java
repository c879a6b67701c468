package io.moked.bench.proof;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Something a contact, an agent or Meta does to the product; numbers are Meta's ids of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "op")
public sealed interface Op {

    /** A message of a contact: its text is found on that number once and nowhere else. */
    record Said(String number, String phone, long seq, String wamid, String text) {}

    /** One webhook with these messages. */
    record Deliver(List<Said> said) implements Op {}

    /** A webhook that says how far one of our messages has come. */
    record Tell(String number, String message, String status) implements Op {}

    record Reply(String number, String conversation, String clientId, String text) implements Op {}

    /** An agent sends a message again whose sending nobody is sure of. */
    record Resend(String number, String conversation, String message) implements Op {}

    record Note(String number, String conversation, String clientId, String text) implements Op {}

    record Assign(String number, String conversation, String user) implements Op {}

    record Label(String number, String conversation, String label) implements Op {}

    record Resolve(String number, String conversation) implements Op {}

    /** The product showed this status of one of our messages. */
    record Saw(String number, String message, String status) implements Op {}
}
